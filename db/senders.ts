import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { CaseRow } from './cases';
import type { Database, Executor } from './database';
import { withJointPublications } from './jointPublications';
import { cases } from './schema';
import { senderReferences } from './schema/senders';

type Reference = Omit<typeof senderReferences.$inferSelect, 'takenAt'>;

/** Reserves a case's code under its sender's reference; where that was taken before, it comes back as it stands. */
export async function takeReference(db: Database, claim: Reference): Promise<Reference & { repeated: boolean }> {
  const [taken] = await db.insert(senderReferences).values(claim).onConflictDoNothing().returning();
  if (taken !== undefined) return { ...taken, repeated: false };
  const [earlier] = await db
    .select()
    .from(senderReferences)
    .where(and(eq(senderReferences.sender, claim.sender), eq(senderReferences.reference, claim.reference)));
  if (earlier === undefined) throw new Error('a reference vanished while it was taken');
  return { ...earlier, repeated: true };
}

/** A case, and the connected system that sent it; null where none did. */
export interface SentCase {
  readonly code: string;
  readonly sender: string | null;
}

/**
 * Numbers the changes of cases among those of the systems that sent them, where any did. The rows of senders are held
 * until the transaction ends, so that the numbers are in the order of the commits and whoever reads up to one has missed
 * none: do it last.
 */
export async function numberChanges(tx: Executor, sent: readonly SentCase[]): Promise<void> {
  // In one order, so that no two transactions wait for each other.
  const bySystems = sent.flatMap(({ code, sender }) => (sender === null ? [] : [{ code, sender }]));
  for (const { code, sender } of bySystems.toSorted((a, b) => (a.sender < b.sender ? -1 : 1)))
    await tx.execute(sql`
      with numbered as (
        insert into senders (account, changes) values (${sender}, 1)
        on conflict (account) do update set changes = senders.changes + 1
        returning changes
      )
      update cases set sender_change = numbered.changes from numbered where code = ${code}`);
}

/** The cases of a sender that have changed since, each once and as it stands now, in the order of their latest change. */
export const changedSince = async (db: Database, sender: string, since: number, limit: number): Promise<CaseRow[]> => {
  const changed = await db
    .select()
    .from(cases)
    .where(and(eq(cases.sender, sender), gt(cases.senderChange, since)))
    .orderBy(asc(cases.senderChange))
    .limit(limit);
  return withJointPublications(db, changed);
};
