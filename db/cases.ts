import type { ListedFigureName, Period } from '../domain/figures';
import { and, arrayContains, asc, desc, eq, gte, inArray, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../domain/roles';
import type { Status } from '../domain/statuses';
import type { Instant } from '../domain/time';
import type { View } from '../domain/views';
import type { Cursor } from '../inputs/cursor';
import { counted, knownAt, ofKind, type Kind } from './figureConditions';
import { builtOnce, type Database, type Executor } from './database';
import { withJointPublications } from './jointPublications';
import { cases } from './schema';
import { caseStandings } from './schema/standings';
import { caseWords } from './schema/words';
import { saying } from './search';
import { inView } from './views';

export type CaseRow = typeof cases.$inferSelect;

/** What a report counts, by what was known when it was made. */
interface Figure {
  readonly name: ListedFigureName;
  readonly period: Period;
  readonly asOf: Instant;
}

export interface CaseFilter extends Kind {
  readonly view?: View | undefined;
  readonly status?: Status | undefined;
  readonly open?: boolean | undefined;
  readonly agency?: string | undefined;
  readonly officer?: string | undefined;
  /** Only cases that this figure counts, which are then of the kind that they were known to be. */
  readonly figure?: Figure | undefined;
  /** The next deadline lies before this moment. */
  readonly dueBefore?: Date | undefined;
  /** It lies at this moment or after it. */
  readonly dueFrom?: Date | undefined;
  readonly overdue?: boolean | undefined;
  readonly waitsFor?: string | undefined;
  readonly sender?: string | undefined;
  readonly reference?: string | undefined;
  readonly duplicate?: boolean | undefined;
  readonly linkedTo?: string | undefined;
  /** Free text, with or without diacritics. */
  readonly q?: string | undefined;
}

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
  filter: CaseFilter,
  cursor: Cursor | null,
  limit: number
): Promise<CaseRow[]> {
  const backwards = cursor?.direction === 'before';
  const towards = backwards ? desc : asc;
  const rows = await db
    .select()
    .from(cases)
    .where(and(visibleTo(actor), matching(filter, actor), cursor === null ? undefined : beyond(cursor)))
    .orderBy(towards(cases.urgency), towards(cases.code))
    .limit(limit);
  return backwards ? rows.reverse() : rows;
}

/** How many cases there are of a kind, counted up to `most`: as many or more. */
export interface CaseCounts {
  readonly cases: number;
  readonly late: number;
  readonly dueToday: number;
}

/**
 * Counts up to `most` and looks no further, so that it costs the same however many there are: any that are met, and in
 * order those that press. Where words are searched all is read off the first of the list, which are found as its page is.
 */
export async function countCases(
  db: Database,
  actor: Actor,
  filter: CaseFilter,
  { now, tonight, most }: { readonly now: Date; readonly tonight: Date; readonly most: number }
): Promise<CaseCounts> {
  const kind = and(visibleTo(actor), matching(filter, actor));
  const searched = filter.q !== undefined;
  const some = db
    .select({ one: sql`1` })
    .from(cases)
    .where(kind)
    .limit(most)
    .as('some');
  const first = db
    .select({ open: cases.open, urgency: cases.urgency })
    .from(cases)
    .where(searched ? kind : and(kind, eq(cases.open, true), lte(cases.urgency, tonight)))
    .orderBy(asc(cases.urgency), asc(cases.code))
    .limit(most)
    .as('first');
  const late = lte(first.urgency, now);
  const pressing = (condition: SQL) => sql<number>`count(*) filter (where ${first.open} and ${condition})::int`;
  const [counts] = await db
    .select({
      cases: searched ? sql<number>`count(*)::int` : sql<number>`(select count(*)::int from ${some})`,
      late: pressing(late),
      dueToday: pressing(sql`not ${late} and ${lte(first.urgency, tonight)}`),
    })
    .from(first);
  return counts ?? { cases: 0, late: 0, dueToday: 0 };
}

/** The row form of `maySee`: what an actor may not see is never read. */
export function visibleTo(actor: Actor): SQL | undefined {
  switch (actor.role) {
    case 'reception':
    case 'supervisor':
    case 'leadership':
      return undefined;
    case 'agency_officer':
    case 'agency_lead':
      return arrayContains(cases.agencies, [actor.agency ?? '']);
    case 'submitter':
      return eq(cases.submitterAccount, actor.id);
    case 'integration':
    case 'admin':
      return eq(cases.code, '');
  }
}

/** The cases that a filter lets pass. */
export function matching(filter: CaseFilter, actor: Actor): SQL | undefined {
  const given = <V>(value: V | undefined, condition: (value: V) => SQL | undefined) =>
    value === undefined ? undefined : condition(value);
  return and(
    given(filter.view, (view) => inView(view, actor)),
    given(filter.status, (status) => eq(cases.status, status)),
    given(filter.open, (open) => eq(cases.open, open)),
    given(filter.agency, (agency) => arrayContains(cases.agencies, [agency])),
    given(filter.officer, (officer) => eq(cases.officer, officer)),
    filter.figure === undefined
      ? ofKind({ agency: cases.leadAgency, category: cases.category, channel: cases.channel }, filter)
      : countedBy(filter.figure, filter),
    given(filter.dueBefore, (moment) => lt(cases.urgency, moment)),
    given(filter.dueFrom, (moment) => gte(cases.urgency, moment)),
    given(filter.overdue, (overdue) => eq(cases.overdue, overdue)),
    given(filter.waitsFor, (holder) => eq(cases.waitsFor, holder)),
    given(filter.sender, (sender) => eq(cases.sender, sender)),
    given(filter.reference, (reference) => eq(cases.reference, reference)),
    given(filter.duplicate, (duplicate) =>
      duplicate ? eq(cases.linkKind, 'duplicate') : sql`${cases.linkKind} is distinct from 'duplicate'`
    ),
    given(filter.linkedTo, (code) => eq(cases.linkedTo, code)),
    given(filter.q, withWords)
  );
}

const withWords = (q: string): SQL =>
  sql`${cases.code} in (select ${caseWords.caseCode} from ${caseWords} where ${saying(caseWords.words, q)})`;

const countedBy = ({ name, period, asOf }: Figure, kind: Kind): SQL =>
  sql`${cases.code} in (select ${caseStandings.caseCode} from ${caseStandings} where ${and(
    knownAt(asOf),
    ofKind(caseStandings, kind),
    counted(name, period)
  )})`;

/** Compared as a pair, as the indexes have them: the page that a cursor leads to is found without reading those between. */
export function beyond({ urgency, code, direction }: Cursor): SQL {
  const further = direction === 'before' ? sql`<` : sql`>`;
  return sql`(${cases.urgency}, ${cases.code}) ${further} (${urgency.toISOString()}::timestamptz, ${code})`;
}
