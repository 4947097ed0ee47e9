import { eq, sql } from 'drizzle-orm';
import type { Language } from '../domain/languages';
import type { Executor } from './database';
import { messagePreferences } from './schema/messages';

/** What somebody wants to be told, and in which language; null where they never said. */
export interface Preferences {
  readonly language: Language | null;
  readonly muted: readonly string[];
}

export async function preferencesOf(db: Executor, subject: string): Promise<Preferences> {
  const [row] = await db.select().from(messagePreferences).where(eq(messagePreferences.subject, subject));
  return row === undefined ? { language: null, muted: [] } : { language: row.language, muted: row.muted };
}

export async function setPreferences(
  db: Executor,
  subject: string,
  { language, muted }: { language: Language; muted: readonly string[] }
): Promise<void> {
  const row = { subject, language, muted: [...muted] };
  await db.insert(messagePreferences).values(row).onConflictDoUpdate({ target: messagePreferences.subject, set: row });
}

/** Turns one message off beside those that are; whoever has said nothing before hears the others in this language. */
export async function mute(db: Executor, subject: string, template: string, language: Language): Promise<void> {
  const { muted } = messagePreferences;
  await db
    .insert(messagePreferences)
    .values({ subject, language, muted: [template] })
    .onConflictDoUpdate({
      target: messagePreferences.subject,
      set: { muted: sql`array_append(array_remove(${muted}, ${template}), ${template})` },
    });
}
