import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './database';
import { endAccess } from './endAccess';
import { accounts } from './schema';

type Writer = Pick<Database, 'select' | 'update' | 'delete'>;

/**
 * Where an agency was merged into another, its people go with it, its heads as officers: who is a head of the successor is
 * for an administrator to say. Answers the ids of those who went.
 */
export async function moveAccounts(db: Writer, from: string, to: string): Promise<string[]> {
  const moved = await db
    .update(accounts)
    .set({
      agency: to,
      role: sql`case when ${accounts.role} = 'agency_lead' then 'agency_officer' else ${accounts.role} end`,
      updatedAt: sql`now()`,
    })
    .where(eq(accounts.agency, from))
    .returning({ id: accounts.id });
  return moved.map(({ id }) => id);
}

/** Where an agency was dissolved, nobody acts for it any more, from now on. Answers the ids of those who did. */
export async function endAccounts(db: Writer, agency: string): Promise<string[]> {
  const ended = await db
    .update(accounts)
    .set({ disabled: true, updatedAt: sql`now()` })
    .where(and(eq(accounts.agency, agency), eq(accounts.disabled, false)))
    .returning({ id: accounts.id });
  const ids = ended.map(({ id }) => id);
  await endAccess(db, ids);
  return ids;
}
