import { and, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from './database';
import { accountKeys, accountSessions, accountVerifications } from './schema';

type Writer = Pick<Database, 'update' | 'delete'>;

/** Ends all by which these accounts are used: sessions, API keys, and links that set a password. */
export async function endAccess(db: Writer, ids: readonly string[]): Promise<void> {
  await endSessions(db, ids);
  await endLinks(db, ids);
  await db
    .update(accountKeys)
    .set({ endedAt: sql`now()` })
    .where(and(inArray(accountKeys.accountId, [...ids]), isNull(accountKeys.endedAt)));
}

export async function endSessions(db: Writer, ids: readonly string[]): Promise<void> {
  await db.delete(accountSessions).where(inArray(accountSessions.userId, [...ids]));
}

/** Links that were sent or handed over and have not been used. */
export async function endLinks(db: Writer, ids: readonly string[]): Promise<void> {
  await db.delete(accountVerifications).where(inArray(accountVerifications.value, [...ids]));
}
