import Mustache from 'mustache';
import { catalogues } from './catalogue';
import { headMark } from './headMark';
import { withinCharacters } from './withinCharacters';
import { factNames, type Facts, type Texts } from './catalogue/texts';
import type { Language } from '../domain/languages';

/** A message as it is read. */
export interface Written {
  readonly subject: string;
  readonly body: string;
  readonly short: string;
}

/** Longer subjects are cut by mail programs anyway. */
const MOST_SUBJECT = 200;

/** What stands around the body of an e-mail. */
interface Frame {
  readonly language: Language;
  /** Where the reader chooses what they are told; null where there is nothing to choose. */
  readonly preferences: string | null;
}

/** Writes a message: the facts into the text, the text into its frame. Facts are never read as templates. */
export function written(texts: Texts, facts: Facts, { language, preferences }: Frame): Written {
  const { greeting, foot, unsubscribe } = catalogues[language].frame;
  const body = [
    facts.name === undefined || facts.name === '' ? null : filled(greeting, facts),
    filled(texts.body, facts),
    facts.head === undefined ? null : filled(foot, facts),
    preferences === null ? null : filled(unsubscribe, { preferences }),
  ];
  return {
    subject: withinCharacters(oneLine(filled(texts.subject, facts)), MOST_SUBJECT),
    body: `${body.filter((part) => part !== null).join('\n\n')}\n`,
    short: marked(oneLine(filled(texts.short, facts)), facts.head),
  };
}

/** The head of the chain stands on every notice, also on a short one. */
const marked = (short: string, head: string | undefined): string =>
  short === '' || head === undefined ? short : `${short} ${headMark(head)}`;

/** Nothing is escaped: messages and texts are no pages. */
export const filled = (template: string, facts: Readonly<Record<string, string>>): string =>
  Mustache.render(template, facts, {}, { escape: (value: string) => value });

/** A line break in a subject would begin another header. */
const oneLine = (text: string): string => text.replace(/[\s\u0085]+/g, ' ').trim();

/** What is wrong with a template: it cannot be read, or names what no case has. */
export function faultOfTemplate(template: string): string | null {
  try {
    return faultOfParts(Mustache.parse(template));
  } catch (error) {
    return error instanceof Error ? error.message : 'cannot be read';
  }
}

function faultOfParts(parts: Mustache.TemplateSpans): string | null {
  for (const [kind, name, , , inner] of parts) {
    if (kind === 'text' || kind === '!') continue;
    if (!['name', '&', '#', '^'].includes(kind)) return `{{${kind}${name}}} is not allowed`;
    if (!isFact(name)) return `there is no {{${name}}}`;
    const within = Array.isArray(inner) ? faultOfParts(inner) : null;
    if (within !== null) return within;
  }
  return null;
}

const isFact = (name: string): boolean => (factNames as readonly string[]).includes(name);
