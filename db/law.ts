import { asc, desc, eq, max } from 'drizzle-orm';
import type { CalendarYear } from '../domain/calendarYear';
import type { Policy } from '../domain/policy';
import type { Executor } from './database';
import { calendarYears, policies } from './schema';

/** The version of the calendar in force: that of its latest change. 0 before any. */
export async function calendarVersion(db: Executor): Promise<number> {
  const [row] = await db.select({ version: max(calendarYears.version) }).from(calendarYears);
  return row?.version ?? 0;
}

/** The announced years as they stand now. */
export async function announcedYears(db: Executor): Promise<CalendarYear[]> {
  const rows = await db.select().from(calendarYears).orderBy(asc(calendarYears.year), desc(calendarYears.version));
  return rows.filter(({ year }, index) => rows[index - 1]?.year !== year).map(({ days }) => days);
}

export async function allPolicies(db: Executor): Promise<Policy[]> {
  const rows = await db.select({ policy: policies.policy }).from(policies).orderBy(asc(policies.version));
  return rows.map(({ policy }) => policy);
}

/** @throws Error where a case names a policy that does not exist. */
export async function policyOf(db: Executor, version: number): Promise<Policy> {
  const [row] = await db.select({ policy: policies.policy }).from(policies).where(eq(policies.version, version));
  if (row === undefined) throw new Error(`there is no policy of version ${String(version)}`);
  return row.policy;
}
