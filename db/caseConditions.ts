import type { ListedFigureName, Period } from '../domain/figures';
import { and, arrayContains, eq, gt, gte, lt, sql, type Column, type SQL } from 'drizzle-orm';
import { isOfAgency, type Actor } from '../domain/roles';
import type { Status } from '../domain/statuses';
import type { Instant } from '../domain/time';
import type { View } from '../domain/views';
import type { Cursor } from '../inputs/cursor';
import { isResting, NOT_URGENT } from './caseRow';
import { counted, knownAt, ofKind, type Kind } from './figureConditions';
import { cases } from './schema';
import { caseStandings } from './schema/standings';
import { caseWords } from './schema/words';
import { saying } from './search';
import { inView } from './views';

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

/** A part of a list. */
export interface ListPart {
  readonly kind: SQL | undefined;
  /** What an index knows of it that has the order of lists; null where none has. */
  readonly along: SQL | null;
  /** Other cases stand between those of `along`, many for each. */
  readonly scattered?: true;
}

/**
 * The cases that an actor may see and a filter lets pass, in parts that have none in common. Those of an agency are the
 * ones that it leads, and the few others in which it takes part: these are looked up before anything else, since no plan
 * knows how few they are. Of open cases there are few anyway.
 */
export function partsOf(actor: Actor, filter: CaseFilter): readonly ListPart[] {
  const own = isOfAgency(actor.role);
  const agency = own ? (actor.agency ?? '') : filter.agency;
  const kind = and(visibleTo(actor), matching(filter, actor));
  if (filter.open === true || (filter.view !== undefined && filter.view !== 'all'))
    return [{ kind, along: eq(cases.open, true) }];
  if (agency === undefined) return [{ kind, along: matching({ status: filter.status }, actor) ?? sql`true` }];
  const led = eq(cases.leadAgency, agency);
  const others = own
    ? matching(filter, actor)
    : and(visibleTo(actor), matching({ ...filter, agency: undefined }, actor));
  const coordinated = sql`${cases.code} in (
    with coordinated as materialized (
      select code from cases
      where cardinality(agencies) > 1 and agencies @> array[${agency}] and lead_agency is distinct from ${agency}
    )
    select code from coordinated)`;
  return [
    { kind: and(led, others), along: led, scattered: true },
    { kind: and(coordinated, others), along: null },
  ];
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
    given(filter.q, (q) => withWords(q))
  );
}

/** The cases in which words stand in a row; only among those that meet a condition on `case_words`, where there is one. */
export const withWords = (q: string, among?: SQL): SQL =>
  sql`${cases.code} in (select ${caseWords.caseCode} from ${caseWords} where ${and(saying(caseWords.words, q), among)})`;

const countedBy = ({ name, period, asOf }: Figure, kind: Kind): SQL =>
  sql`${cases.code} in (select ${caseStandings.caseCode} from ${caseStandings} where ${and(
    knownAt(asOf),
    ofKind(caseStandings, kind),
    counted(name, period)
  )})`;

/**
 * Compared as a pair, as the indexes have them: the page that a cursor leads to is found without reading those between.
 * Behind a case without a term only its code tells, which is said for the planner: by the pair it expects nothing there.
 */
export function beyond(
  { urgency, code, direction }: Cursor,
  place: Readonly<Record<'urgency' | 'code', Column>> = cases
): SQL | undefined {
  if (direction === 'after' && isResting({ urgency })) return and(eq(place.urgency, NOT_URGENT), gt(place.code, code));
  const further = direction === 'before' ? sql`<` : sql`>`;
  return sql`(${place.urgency}, ${place.code}) ${further} (${urgency.toISOString()}::timestamptz, ${code})`;
}
