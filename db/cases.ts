import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '../domain/roles';
import type { Cursor } from '../inputs/cursor';
import { beyond, matching, visibleTo, type CaseFilter } from './caseConditions';
import { searchCases } from './caseSearch';
import { builtOnce, type Database, type Executor } from './database';
import { withJointPublications } from './jointPublications';
import { cases } from './schema';
import { anyOf } from './search';

export type CaseRow = typeof cases.$inferSelect;

const caseOfCode = builtOnce((db) =>
  db
    .select()
    .from(cases)
    .where(eq(cases.code, sql.placeholder('code')))
    .prepare('case_of_code')
);

export async function findCase(db: Database, code: string): Promise<CaseRow | undefined> {
  const found = await caseOfCode(db).execute({ code });
  const [row] = await withJointPublications(db, found);
  return row;
}

export const casesOf = (db: Executor, codes: readonly string[]): Promise<CaseRow[]> =>
  codes.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(cases)
        .where(inArray(cases.code, [...codes]));

/** At most `limit` of the cases that the actor may see, the most urgent first: the first ones, or those next to a cursor. */
export async function listCases(
  db: Database,
  actor: Actor,
  { q, ...filter }: CaseFilter,
  cursor: Cursor | null,
  limit: number
): Promise<CaseRow[]> {
  const backwards = cursor?.direction === 'before';
  const towards = backwards ? desc : asc;
  const listed =
    q === undefined
      ? and(visibleTo(actor), matching(filter, actor), cursor === null ? undefined : beyond(cursor))
      : anyOf(
          cases.code,
          (await searchCases(db, actor, { ...filter, q }, cursor, limit)).map(({ code }) => code)
        );
  const rows = await db
    .select()
    .from(cases)
    .where(listed)
    .orderBy(towards(cases.urgency), towards(cases.code))
    .limit(limit);
  return backwards ? rows.reverse() : rows;
}
