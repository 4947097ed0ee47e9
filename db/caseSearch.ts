import { and, asc, desc, eq, gt, gte, lt, lte, or, sql, type AnyColumn, type SQL } from 'drizzle-orm';
import type { Actor } from '../domain/roles';
import type { Cursor, Position } from '../inputs/cursor';
import { beyond, partsOf, withWords, type CaseFilter } from './caseConditions';
import { isResting, NOT_URGENT } from './caseRow';
import type { Database } from './database';
import { cases } from './schema';
import { beginningOf, caseWords } from './schema/words';
import { anyOf, commonness, rareKeys, saying } from './search';
import { foundByStretches } from './stretches';

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
  readonly scattered: boolean;
  readonly q: string;
  /** Of texts in which the words stand. */
  readonly share: number;
  readonly cursor: Cursor | null;
}

/** What stands in such a share of texts is soon met by walking the list. */
const COMMON = 1 / 8;
const MOST_BEGINNINGS = 64;
/** One open case of so many came long before the others. */
const LONG_OPEN = 20;

/**
 * At most `limit` cases of a list in which the words of `q` stand, in the order of the list. Rare words are found by their
 * index, common ones are soon met by walking the list. For what lies between either would read thousands of texts; so
 * stretches of the list are searched, for each of which the index of words, divided by how codes begin, and that of codes
 * are put together before any text is read.
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
    partsOf(actor, filter).map(({ kind, along, scattered = false }) => {
      if (common !== 'common' && 'keys' in common)
        return hitsOfFew(db, kind, cursor, anyOf(cases.code, common.keys), limit);
      if (along === null) return hitsOfFew(db, kind, cursor, withWords(q), limit);
      if (common === 'common') return hitsOf(db, and(kind, past(cursor), withWords(q)), cursor, limit);
      return hitsByStretches(db, { kind, along, scattered, q, share: common.share, cursor }, limit);
    })
  );
  const [hits, ...others] = found.filter((some) => some.length > 0);
  if (others.length === 0) return hits ?? [];
  const codes = found.flat().map(({ code }) => code);
  return hitsOfFew(db, undefined, cursor, anyOf(cases.code, codes), limit);
}

async function hitsByStretches(db: Database, search: Search, limit: number): Promise<Hit[]> {
  const parts = search.cursor?.direction === 'before' ? [restingHits, urgentHits] : [urgentHits, restingHits];
  const hits: Hit[] = [];
  for (const part of parts) if (hits.length < limit) hits.push(...(await part(db, search, limit - hits.length)));
  return hits;
}

/** Those that meet a condition, the first ones in the direction of a cursor. */
function hitsOf(db: Database, condition: SQL | undefined, cursor: Cursor | null, limit: number): Promise<Hit[]> {
  const towards = cursor?.direction === 'before' ? desc : asc;
  return db
    .select({ urgency: cases.urgency, code: cases.code, open: cases.open })
    .from(cases)
    .where(condition)
    .orderBy(towards(cases.urgency), towards(cases.code))
    .limit(limit);
}

/** Bounds nothing, but the planner looks for what is bounded before it looks at anything around. */
const ALL = Number.MAX_SAFE_INTEGER;

/** A part of a list, by the moments at which its cases press. */
type Part = (urgency: AnyColumn) => SQL;
const urgent: Part = (urgency) => lt(urgency, NOT_URGENT);
const resting: Part = (urgency) => eq(urgency, NOT_URGENT);

/**
 * Those of few cases that stand past a cursor, in a part of the list. They are looked up before anything is compared with
 * either: the planner expects few cases before the place of one without a term, where nearly all of them may stand, and
 * would walk through these; and it would go through all that press for each of the few.
 */
function hitsOfFew(
  db: Database,
  kind: SQL | undefined,
  cursor: Cursor | null,
  few: SQL,
  limit: number,
  part?: Part
): Promise<Hit[]> {
  const towards = cursor?.direction === 'before' ? desc : asc;
  const those = db
    .select({ urgency: cases.urgency, code: cases.code, open: cases.open })
    .from(cases)
    .where(and(kind, few))
    .limit(ALL)
    .as('those');
  return db
    .select()
    .from(those)
    .where(and(past(cursor, those), part?.(those.urgency)))
    .orderBy(towards(those.urgency), towards(those.code))
    .limit(limit);
}

/**
 * Those with a term that runs, which are at most as many as are open. Codes begin with the month, so that nearly all of
 * them lie within a short range, and the others are told one by one.
 */
async function urgentHits(db: Database, search: Search, limit: number): Promise<Hit[]> {
  const { kind, along, q, cursor } = search;
  if (cursor?.direction === 'after' && isResting(cursor)) return [];
  const [open] = await db.execute<{ early: string[]; beginnings: string[] }>(sql`
    with early as materialized (
      select code from cases where open and exists (select from cases where ${along} and ${urgent(cases.urgency)}) order by code
      limit (select 1 + count(*) / ${LONG_OPEN} from cases where open)
    )
    select array(select code from early order by code) as early,
      array(select distinct ${beginningOf(cases.code)} from cases where open and code > (select max(code) from early)) as beginnings`);
  const last = open?.early.at(-1);
  if (open === undefined || last === undefined) return [];
  const { caseCode } = caseWords;
  const among = or(and(gt(caseCode, last), beginningWith(open.beginnings)), anyOf(caseCode, open.early));
  return hitsOfFew(db, kind, cursor, withWords(q, among), limit, urgent);
}

/** Those without one, which stand in the order of their codes: a stretch after the other until there are enough. */
async function restingHits(db: Database, search: Search, limit: number): Promise<Hit[]> {
  const { kind, q, share, cursor } = search;
  const direction = cursor?.direction ?? 'after';
  if (cursor !== null && !isResting(cursor) && direction === 'before') return [];
  const [further, within] = direction === 'before' ? [lt, gte] : [gt, lte];
  const { caseCode, words } = caseWords;
  // Where a stretch lies is said of the words alone: of short ranges of codes the planner expects nothing, and would go
  // through the whole stretch of words for each of its cases.
  const found = (from: Place | null, stretch: Stretch | null, most: number): Promise<Hit[]> => {
    const behind = from === null ? undefined : further(caseCode, from.code);
    const upTo = ({ code, codes, beginnings }: Stretch) =>
      and(beginningWith(beginnings), codes === null ? within(caseCode, code) : anyOf(caseCode, codes));
    const said = rareKeys(caseCode, and(saying(words, q), behind, stretch === null ? undefined : upTo(stretch)));
    return hitsOfFew(db, kind, cursor, sql`${cases.code} in (${said})`, most, resting);
  };
  const stretchAfter = (from: Place | null, length: number) => restingStretch(db, search, from, length);
  return foundByStretches({ stretchAfter, found }, share, cursor !== null && isResting(cursor) ? cursor : null, limit);
}

type Place = Pick<Position, 'code'>;

/** A run of the cases without a term that runs, by the last of them. */
interface Stretch extends Place {
  /** How their codes begin. */
  readonly beginnings: readonly string[];
  /** Their codes, where others stand between them. */
  readonly codes: readonly string[] | null;
}

/** The next so many of them; null where there are fewer. */
async function restingStretch(
  db: Database,
  { along, scattered, cursor }: Search,
  from: Place | null,
  length: number
): Promise<Stretch | null> {
  const direction = cursor?.direction ?? 'after';
  const [towards, further] = direction === 'before' ? [desc, lt] : [asc, gt];
  const listed = db.$with('listed').as(
    db
      .select({ code: cases.code, beginning: beginningOf(cases.code).as('beginning') })
      .from(cases)
      .where(and(along, resting(cases.urgency), from === null ? undefined : further(cases.code, from.code)))
      .orderBy(towards(cases.urgency), towards(cases.code))
      .limit(length)
  );
  const beginnings = sql<string[]>`array(select distinct ${listed.beginning} from ${listed})`;
  const codes = scattered ? sql<string[]>`array(select ${listed.code} from ${listed})` : sql<null>`null::text[]`;
  const [stretch] = await db
    .with(listed)
    .select({ code: listed.code, beginnings, codes })
    .from(listed)
    .offset(length - 1);
  return stretch ?? null;
}

/** Nothing where the codes begin in so many ways that to tell them apart takes as long as to read on. */
const beginningWith = (beginnings: readonly string[]): SQL | undefined =>
  beginnings.length > MOST_BEGINNINGS
    ? undefined
    : sql`array[${beginningOf(caseWords.caseCode)}] && ${sql.param([...beginnings])}::text[]`;

const past = (cursor: Cursor | null, place?: Parameters<typeof beyond>[1]): SQL | undefined =>
  cursor === null ? undefined : beyond(cursor, place);
