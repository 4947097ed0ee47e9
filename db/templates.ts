import { and, desc, eq, lte } from 'drizzle-orm';
import type { Language } from '../domain/languages';
import type { Instant } from '../domain/time';
import type { Database, Executor } from './database';
import { templateVersions } from './schema/messages';

export type TemplateVersion = typeof templateVersions.$inferSelect;

const ofTemplate = (template: string, language: Language) =>
  and(eq(templateVersions.template, template), eq(templateVersions.language, language));

/** What administrators made of a template in a language, the latest first; nothing where the delivered text holds. */
export const templateHistory = (db: Executor, template: string, language: Language): Promise<TemplateVersion[]> =>
  db.select().from(templateVersions).where(ofTemplate(template, language)).orderBy(desc(templateVersions.id));

/** The latest version of a template in a language; at a moment, the latest that there was then. */
export async function latestTemplate(
  db: Executor,
  template: string,
  language: Language,
  at?: Instant
): Promise<TemplateVersion | undefined> {
  const [row] = await db
    .select()
    .from(templateVersions)
    .where(
      and(ofTemplate(template, language), at === undefined ? undefined : lte(templateVersions.createdAt, new Date(at)))
    )
    .orderBy(desc(templateVersions.id))
    .limit(1);
  return row;
}

/** The version in force of every template that was ever changed. */
export const changedTemplates = (db: Database): Promise<TemplateVersion[]> =>
  db
    .selectDistinctOn([templateVersions.template, templateVersions.language])
    .from(templateVersions)
    .orderBy(templateVersions.template, templateVersions.language, desc(templateVersions.id));

export async function addTemplate(
  tx: Executor,
  {
    createdAt,
    ...version
  }: Pick<TemplateVersion, 'template' | 'language' | 'texts' | 'createdBy'> & {
    readonly createdAt: Instant;
  }
): Promise<TemplateVersion> {
  const [row] = await tx
    .insert(templateVersions)
    .values({ ...version, createdAt: new Date(createdAt) })
    .returning();
  if (row === undefined) throw new Error('the new version was not returned');
  return row;
}
