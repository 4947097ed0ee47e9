import { desc, eq, inArray } from 'drizzle-orm';
import type { Database } from './database';
import { textTemplates } from './schema/textTemplates';

export type TextTemplate = typeof textTemplates.$inferSelect;

/** The texts of some units as they stand, by name. */
export async function currentTexts(db: Database, agencies: readonly string[]): Promise<TextTemplate[]> {
  const latest = await db
    .selectDistinctOn([textTemplates.id])
    .from(textTemplates)
    .where(inArray(textTemplates.agency, [...agencies]))
    .orderBy(textTemplates.id, desc(textTemplates.version));
  return latest.filter(({ ended }) => !ended).sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Every version of a text, the latest first. */
export const versionsOfText = (db: Database, id: string): Promise<TextTemplate[]> =>
  db.select().from(textTemplates).where(eq(textTemplates.id, id)).orderBy(desc(textTemplates.version));

/** Adds a version; undefined where somebody else has added one of this number meanwhile. */
export async function addTextVersion(db: Database, version: TextTemplate): Promise<TextTemplate | undefined> {
  const [added] = await db.insert(textTemplates).values(version).onConflictDoNothing().returning();
  return added;
}
