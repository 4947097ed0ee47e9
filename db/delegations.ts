import { and, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Instant, LocalDate } from '../domain/time';
import { recordAdminAct } from './adminEvents';
import type { Executor } from './database';
import { delegations } from './schema/registers';

export type DelegationRow = typeof delegations.$inferSelect;

const notEnded = isNull(delegations.endedAt);
const inForceOn = (day: LocalDate) => and(notEnded, lte(delegations.from, day), gte(delegations.through, day));

/** Puts a delegation down; that it is allowed is asked before. */
export async function addDelegation(
  tx: Executor,
  {
    createdAt,
    ...delegation
  }: Pick<DelegationRow, 'absent' | 'delegate' | 'from' | 'through' | 'reason' | 'createdBy'> & {
    readonly createdAt: Instant;
  }
): Promise<DelegationRow> {
  const [row] = await tx
    .insert(delegations)
    .values({ ...delegation, createdAt: new Date(createdAt) })
    .returning();
  if (row === undefined) throw new Error('the new delegation was not returned');
  return row;
}

export async function findDelegation(db: Executor, id: string): Promise<DelegationRow | undefined> {
  const [row] = await db.select().from(delegations).where(eq(delegations.id, id));
  return row;
}

/** Ends one that stands, as an act on record. */
export async function endDelegation(
  tx: Executor,
  { id, absent, delegate, from, through, reason }: DelegationRow,
  { at, by }: { readonly at: Instant; readonly by: string }
): Promise<void> {
  await tx
    .update(delegations)
    .set({ endedAt: new Date(at), endedBy: by })
    .where(and(eq(delegations.id, id), notEnded));
  const before = { absent, delegate, from, through, reason };
  const subject = `delegation/${id}`;
  await recordAdminAct(tx, { at, by, act: 'delegation.end', subject, before, after: null, document: null });
}

/** Those in force on a day or to come after it. */
export const delegationsFrom = (db: Executor, day: LocalDate): Promise<DelegationRow[]> =>
  db
    .select()
    .from(delegations)
    .where(and(notEnded, gte(delegations.through, day)));

/** The same, to which any of these accounts is a party. */
export const delegationsOf = (db: Executor, day: LocalDate, parties: readonly string[]): Promise<DelegationRow[]> =>
  db
    .select()
    .from(delegations)
    .where(
      and(
        notEnded,
        gte(delegations.through, day),
        or(inArray(delegations.absent, [...parties]), inArray(delegations.delegate, [...parties]))
      )
    );

/** Those in force on a day for any of these heads. */
export const delegationsOn = (db: Executor, day: LocalDate, absent: readonly string[]): Promise<DelegationRow[]> =>
  db
    .select()
    .from(delegations)
    .where(and(inForceOn(day), inArray(delegations.absent, [...absent])));

/** Whether one account stands in for another on a day. */
export async function standsIn(db: Executor, absent: string, delegate: string, day: LocalDate): Promise<boolean> {
  const [row] = await db
    .select({ id: delegations.id })
    .from(delegations)
    .where(and(inForceOn(day), eq(delegations.absent, absent), eq(delegations.delegate, delegate)))
    .limit(1);
  return row !== undefined;
}

/** The latest delegations, of everybody or those to which an account is a party. */
export const listDelegations = (db: Executor, party: string | null, limit: number): Promise<DelegationRow[]> =>
  db
    .select()
    .from(delegations)
    .where(party === null ? undefined : or(eq(delegations.absent, party), eq(delegations.delegate, party)))
    .orderBy(desc(delegations.through), desc(delegations.id))
    .limit(limit);
