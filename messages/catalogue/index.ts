import { latestTemplate } from '../../db/templates';
import type { Executor } from '../../db/database';
import type { Language } from '../../domain/languages';
import { en } from './en';
import type { Catalogue, TemplateKey, Texts } from './texts';
import { vi } from './vi';

export const catalogues: Readonly<Record<Language, Catalogue>> = { vi, en };

/** The text of a template as the project delivers it. */
export function deliveredTexts(key: TemplateKey, language: Language): Texts {
  const [audience, name] = key.split('/') as [keyof Catalogue, string];
  return (catalogues[language][audience] as Record<string, Texts>)[name] as Texts;
}

/** What holds under a version: what was written then, else as it was delivered. */
export const textsUnder = (
  version: { readonly texts: Texts | null } | undefined,
  key: TemplateKey,
  language: Language
): Texts => version?.texts ?? deliveredTexts(key, language);

/** The text in force: what an administrator last made of it, else as it was delivered. */
export const textsOf = async (db: Executor, key: TemplateKey, language: Language): Promise<Texts> =>
  textsUnder(await latestTemplate(db, key, language), key, language);
