import { and, asc, desc, eq, gt, gte, lt, lte, or, sql, type Column, type SQL } from 'drizzle-orm';
import type { Actor } from '../domain/roles';
import type { Cursor, Position } from '../inputs/cursor';
import { beyond, partsOf, withWords, type CaseFilter } from './caseConditions';
import { NOT_URGENT } from './caseRow';
import type { Database } from './database';
import { cases } from './schema';
import { caseWords } from './schema/words';
import { anyOf, commonness, rareKeys, saying } from './search';

/** A case in which the words stand, and what its place in the list follows from. */
export interface Hit extends Position {
  readonly open: boolean;
}

/** A search, and from where its list is read in which direction. */
interface Search {
  /** What the list is filtered by beside the words. */
  readonly kind: SQL | undefined;
  /** The part of it that the indexes of the list have in the list's order. */
  readonly along: SQL;
  readonly q: string;
  readonly cursor: Cursor | null;
}

/** What stands in such a share of texts is soon met by walking the list. */
const COMMON = 1 / 20;
/** How many cases of the list are searched at a time, for each that is asked for; then all that are left. */
const STRETCHES = [40, 320, 1_280];
/** One open case of so many came long before the others. */
const LONG_OPEN = 20;

/**
 * At most `limit` cases of a list in which the words of `q` stand, in the order of the list. Rare words are found by their
 * index, common ones are soon met by walking the list. For what lies between either would read thousands of texts; so
 * stretches of the list are searched, for each of which the index of words and that of codes are put together before any
 * text is read.
 */
export async function searchCases(
  db: Database,
  actor: Actor,
  { q, ...filter }: CaseFilter & { readonly q: string },
  cursor: Cursor | null,
  limit: number
): Promise<Hit[]> {
  const common = await commonness(db, caseWords.caseCode, saying(caseWords.words, q), COMMON);
  const found = await Promise.all(
    partsOf(actor, filter).map(({ kind, along }) => {
      if (common !== 'common' && common !== 'between')
        return hitsOf(db, kind, cursor, anyOf(cases.code, common), limit);
      if (common === 'common' || along === null) return hitsOf(db, kind, cursor, withWords(q), limit);
      return hitsByStretches(db, { kind, along, q, cursor }, limit);
    })
  );
  const [hits, ...others] = found.filter((some) => some.length > 0);
  if (others.length === 0) return hits ?? [];
  const codes = found.flat().map(({ code }) => code);
  return hitsOf(db, undefined, cursor, anyOf(cases.code, codes), limit);
}

async function hitsByStretches(db: Database, search: Search, limit: number): Promise<Hit[]> {
  const parts = search.cursor?.direction === 'before' ? [restingHits, urgentHits] : [urgentHits, restingHits];
  const hits: Hit[] = [];
  for (const part of parts) if (hits.length < limit) hits.push(...(await part(db, search, limit - hits.length)));
  return hits;
}

function hitsOf(
  db: Database,
  kind: SQL | undefined,
  cursor: Cursor | null,
  condition: SQL | undefined,
  limit: number
): Promise<Hit[]> {
  const towards = cursor?.direction === 'before' ? desc : asc;
  return db
    .select({ urgency: cases.urgency, code: cases.code, open: cases.open })
    .from(cases)
    .where(and(kind, cursor === null ? undefined : beyond(cursor), condition))
    .orderBy(towards(cases.urgency), towards(cases.code))
    .limit(limit);
}

/**
 * Those with a term that runs, which are at most as many as are open. Codes begin with the month, so that nearly all of
 * them lie within a short range, and the others are told one by one.
 */
async function urgentHits(db: Database, search: Search, limit: number): Promise<Hit[]> {
  const { kind, along, q, cursor } = search;
  if (cursor?.direction === 'after' && isResting(cursor)) return [];
  const urgent = lt(cases.urgency, NOT_URGENT);
  const oldest = await db.execute<{ code: string }>(sql`
    select code from cases where open and exists (select from cases where ${along} and ${urgent}) order by code
    limit (select 1 + count(*) / ${LONG_OPEN} from cases where open)`);
  if (oldest.length === 0) return [];
  const { caseCode } = caseWords;
  const codes = oldest.map(({ code }) => code);
  const among = or(gt(caseCode, codes.at(-1) ?? ''), anyOf(caseCode, codes));
  return hitsOf(db, kind, cursor, and(urgent, withWords(q, among)), limit);
}

/** Those without one, which stand in the order of their codes: a stretch after the other until there are enough. */
async function restingHits(db: Database, search: Search, limit: number): Promise<Hit[]> {
  const { kind, along, q, cursor } = search;
  const direction = cursor?.direction ?? 'after';
  if (cursor !== null && !isResting(cursor) && direction === 'before') return [];
  const [towards, further, within] = direction === 'before' ? [desc, lt, gte] : [asc, gt, lte];
  const resting = eq(cases.urgency, NOT_URGENT);
  const hits: Hit[] = [];
  let from = cursor !== null && isResting(cursor) ? cursor : null;
  for (const length of [...STRETCHES.map((each) => each * limit), null]) {
    const [end] =
      length === null
        ? []
        : await db
            .select({ urgency: cases.urgency, code: cases.code })
            .from(cases)
            .where(and(along, resting, from === null ? undefined : beyond(from)))
            .orderBy(towards(cases.urgency), towards(cases.code))
            .offset(length - 1)
            .limit(1);
    const stretch = (code: Column) =>
      and(from === null ? undefined : further(code, from.code), end === undefined ? undefined : within(code, end.code));
    const said = saying(caseWords.words, q);
    const words =
      end === undefined
        ? sql`${cases.code} in (${rareKeys(caseWords.caseCode, and(said, stretch(caseWords.caseCode)))})`
        : withWords(q, stretch(caseWords.caseCode));
    const there = and(resting, stretch(cases.code), words);
    hits.push(...(await hitsOf(db, kind, from, there, limit - hits.length)));
    if (hits.length === limit || end === undefined) break;
    from = { ...end, direction };
  }
  return hits;
}

const isResting = ({ urgency }: Position): boolean => urgency >= NOT_URGENT;
