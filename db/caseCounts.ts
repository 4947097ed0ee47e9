import { and, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../domain/roles';
import { matching, partsOf, visibleTo, type CaseFilter } from './caseConditions';
import { searchCases } from './caseSearch';
import type { Database } from './database';
import { cases } from './schema';

/** How many cases there are of a kind, counted up to `most`: as many or more. */
export interface CaseCounts {
  readonly cases: number;
  readonly late: number;
  readonly dueToday: number;
}

interface Bounds {
  readonly now: Date;
  readonly tonight: Date;
  readonly most: number;
}

/**
 * Counts up to `most` and looks no further, so that it costs the same however many there are: any that are met, and in
 * order those that press, what is late apart from what ends today. Where words are searched all is read off the first of
 * the list, which are found as its page is.
 */
export async function countCases(
  db: Database,
  actor: Actor,
  { q, ...filter }: CaseFilter,
  bounds: Bounds
): Promise<CaseCounts> {
  if (q === undefined) return countKind(db, actor, filter, bounds);
  const hits = await searchCases(db, actor, { ...filter, q }, null, bounds.most);
  const open = hits.filter((hit) => hit.open);
  const late = open.filter(({ urgency }) => urgency <= bounds.now).length;
  const untilTonight = open.filter(({ urgency }) => urgency <= bounds.tonight).length;
  return { cases: hits.length, late, dueToday: untilTonight - late };
}

async function countKind(db: Database, actor: Actor, filter: CaseFilter, { now, tonight, most }: Bounds) {
  const kind = and(visibleTo(actor), matching(filter, actor));
  // One part after the other, and no further than need be.
  const ones = partsOf(actor, filter).map((part) => sql`(select from ${cases} where ${part.kind ?? sql`true`})`);
  const counted = (some: SQL) => sql`(select count(*)::int from (${some} limit ${most}) as met)`;
  const pressing = (due: SQL | undefined) => sql`
    select from ${cases} where ${and(kind, eq(cases.open, true), due)} order by ${cases.urgency}, ${cases.code}`;
  const [counts] = await db.execute(sql`
    select ${counted(sql.join(ones, sql` union all `))} as cases,
      ${counted(pressing(lte(cases.urgency, now)))} as late,
      ${counted(pressing(and(gt(cases.urgency, now), lte(cases.urgency, tonight))))} as "dueToday"`);
  return counts as unknown as CaseCounts;
}
