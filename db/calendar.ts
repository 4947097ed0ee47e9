import { and, asc, count, eq, gt, lt, max, sql } from 'drizzle-orm';
import type { CalendarYear } from '../domain/calendarYear';
import { toInstant, type Instant } from '../domain/time';
import type { Executor } from './database';
import { hold, holdShared } from './locks';
import { calendarYears, caseEvents, cases } from './schema';

/** A year as one change left it. */
export interface YearVersion {
  readonly version: number;
  readonly days: CalendarYear;
  readonly createdAt: Instant;
  /** The account, or the service itself for the years that it came with. */
  readonly createdBy: string;
}

/** An open case that still counts by older days. */
export interface StaleCase {
  readonly code: string;
  readonly calendar: number;
  readonly receivedAt: Instant;
  readonly updatedAt: Instant;
}

/** The version of the calendar in force: that of its latest change. 0 before any. */
export async function calendarVersion(db: Executor): Promise<number> {
  const [row] = await db.select({ version: max(calendarYears.version) }).from(calendarYears);
  return row?.version ?? 0;
}

/** Everything that was ever announced, the oldest first. */
export async function allYearVersions(db: Executor): Promise<YearVersion[]> {
  const rows = await db.select().from(calendarYears).orderBy(asc(calendarYears.version), asc(calendarYears.year));
  return rows.map(({ version, days, createdAt, createdBy }) => ({
    version,
    days,
    createdAt: toInstant(createdAt.getTime()),
    createdBy,
  }));
}

/** Keeps others from changing the calendar until the transaction ends. */
export const lockCalendar = (tx: Executor) => hold(tx, 'calendar');

/**
 * Makes changes of the calendar wait until the transaction ends: a case that is recorded in it is either seen by
 * whoever rolls a change out, or sees the change itself.
 */
export const holdCalendar = (tx: Executor) => holdShared(tx, 'calendar');

/** Puts years on record under a version of their own; those that they replace stay. */
export async function addYears(
  tx: Executor,
  years: readonly CalendarYear[],
  { version, createdAt, createdBy }: Omit<YearVersion, 'days'>
): Promise<void> {
  await tx.insert(calendarYears).values(
    years.map((days) => ({
      version,
      year: days.year,
      days,
      document: days.source.document,
      reason: days.source.reason,
      createdAt: new Date(createdAt),
      createdBy,
    }))
  );
}

const stale = (version: number) => and(eq(cases.open, true), lt(cases.calendar, version));

/** The next open cases that count by days older than `version`, in the order of their codes. */
export async function staleCases(
  db: Executor,
  version: number,
  after: string,
  limit: number
): Promise<readonly StaleCase[]> {
  const rows = await db
    .select({
      code: cases.code,
      calendar: cases.calendar,
      receivedAt: cases.receivedAt,
      updatedAt: cases.updatedAt,
    })
    .from(cases)
    .where(and(stale(version), gt(cases.code, after)))
    .orderBy(asc(cases.code))
    .limit(limit);
  return rows.map((row) => ({
    ...row,
    receivedAt: toInstant(row.receivedAt.getTime()),
    updatedAt: toInstant(row.updatedAt.getTime()),
  }));
}

/** How many open cases count by days older than `version`, of those after one code and up to another where given. */
export const countStale = (
  db: Executor,
  version: number,
  { after = '', through }: { readonly after?: string; readonly through?: string } = {}
): Promise<number> => {
  const upTo = through === undefined ? undefined : sql`${cases.code} <= ${through}`;
  return db.$count(cases, and(stale(version), gt(cases.code, after), upTo));
};

/** The next open cases as they stand, in the order of their codes. */
export const openCases = (db: Executor, after: string, limit: number) =>
  db
    .select({ code: cases.code, state: cases.state })
    .from(cases)
    .where(and(eq(cases.open, true), gt(cases.code, after)))
    .orderBy(asc(cases.code))
    .limit(limit);

/** How many cases took a version over, and how many of these had a deadline that moved. */
export async function countMoved(db: Executor, version: number): Promise<{ taken: number; moved: number }> {
  const data = sql`${caseEvents.event} -> 'data'`;
  const [row] = await db
    .select({
      taken: count(),
      moved: sql<number>`count(*) filter (where jsonb_array_length(${data} -> 'moved') > 0)`.mapWith(Number),
    })
    .from(caseEvents)
    .where(and(eq(caseEvents.type, 'calendarChanged'), sql`(${data} ->> 'calendar')::int = ${version}`));
  return row ?? { taken: 0, moved: 0 };
}
