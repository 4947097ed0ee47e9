import { and, arrayOverlaps, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { PendingHandover } from '../domain/agencyFaults';
import type { Instant } from '../domain/time';
import type { Executor } from './database';
import { caseEvents, cases } from './schema';
import { agencyReforms } from './schema/registers';

export type ReformRow = typeof agencyReforms.$inferSelect;

/** Puts a decision on units on record; where cases change hands, they are passed on from its day on. */
export async function addReform(
  tx: Executor,
  {
    createdAt,
    ...reform
  }: Omit<typeof agencyReforms.$inferInsert, 'createdAt' | 'handedOverAt'> & {
    readonly createdAt: Instant;
  }
): Promise<ReformRow> {
  const [row] = await tx
    .insert(agencyReforms)
    .values({ ...reform, createdAt: new Date(createdAt) })
    .returning();
  if (row === undefined) throw new Error('the new reform was not returned');
  return row;
}

export const listReforms = (db: Executor): Promise<ReformRow[]> =>
  db.select().from(agencyReforms).orderBy(desc(agencyReforms.effectiveOn), desc(agencyReforms.id));

/** @throws Error where there is none of this number. */
export async function reformOf(db: Executor, id: number): Promise<ReformRow> {
  const [row] = await db.select().from(agencyReforms).where(eq(agencyReforms.id, id));
  if (row === undefined) throw new Error(`there is no reform of number ${String(id)}`);
  return row;
}

const isPending = and(isNotNull(agencyReforms.successor), isNull(agencyReforms.handedOverAt));

/** The first whose cases are still to be passed on; those of one day follow each other as they were decided. */
export async function nextReform(db: Executor): Promise<ReformRow | undefined> {
  const [row] = await db
    .select()
    .from(agencyReforms)
    .where(isPending)
    .orderBy(asc(agencyReforms.effectiveOn), asc(agencyReforms.id))
    .limit(1);
  return row;
}

/** All whose cases have been passed on, in the order in which they were. */
export const carriedOutReforms = (db: Executor): Promise<ReformRow[]> =>
  db
    .select()
    .from(agencyReforms)
    .where(and(isNotNull(agencyReforms.successor), isNotNull(agencyReforms.handedOverAt)))
    .orderBy(asc(agencyReforms.effectiveOn), asc(agencyReforms.id));

/** All whose cases are still to be passed on. */
export async function pendingHandovers(db: Executor): Promise<PendingHandover[]> {
  const { from, successor, effectiveOn } = agencyReforms;
  const rows = await db.select({ from, successor, effectiveOn }).from(agencyReforms).where(isPending);
  return rows.flatMap(({ successor: taker, ...row }) => (taker === null ? [] : [{ ...row, successor: taker }]));
}

/** Puts down that all cases of a reform have been passed on: it is carried out. */
export async function markHandedOver(db: Executor, id: number, at: Instant): Promise<void> {
  await db
    .update(agencyReforms)
    .set({ handedOverAt: new Date(at) })
    .where(eq(agencyReforms.id, id));
}

/** Which open cases a reform concerns: those in which a unit takes part, or only those that it leads. */
interface Concerned {
  readonly from: readonly string[];
  readonly successor: string | null;
}

const concerning = ({ from, successor }: Concerned) =>
  and(
    eq(cases.open, true),
    arrayOverlaps(cases.agencies, [...from]),
    // Where only the approval changed, it concerns the lead agency alone.
    successor !== null && from.includes(successor) ? eq(cases.leadAgency, successor) : undefined
  );

/** The next open cases after a code that a reform concerns, by their codes. */
export const casesConcerned = (
  db: Executor,
  reform: Concerned,
  after: string,
  limit: number
): Promise<{ code: string; agencies: string[] }[]> =>
  db
    .select({ code: cases.code, agencies: cases.agencies })
    .from(cases)
    .where(and(concerning(reform), gt(cases.code, after)))
    .orderBy(asc(cases.code))
    .limit(limit);

export const countConcerned = (db: Executor, reform: Concerned): Promise<number> =>
  db.$count(cases, concerning(reform));

/** The cases that have changed by a reform, as the record says. */
export const countPassedOn = (
  db: Executor,
  { id, effectiveOn }: Pick<ReformRow, 'id' | 'effectiveOn'>
): Promise<number> =>
  db
    .select({ count: sql<number>`count(distinct ${caseEvents.caseCode})::int` })
    .from(caseEvents)
    .where(
      and(
        eq(caseEvents.type, 'agencyChanged'),
        sql`${caseEvents.at} >= ${effectiveOn}::timestamp at time zone 'Asia/Ho_Chi_Minh'`,
        sql`(${caseEvents.event} -> 'data' ->> 'reform')::bigint = ${id}`
      )
    )
    .then(([row]) => row?.count ?? 0);
