import { handlingOf, type HandlingRow } from '../db/handling';
import type { Kind } from '../db/figureConditions';
import { workingDaysThrough } from '../domain/calendar';
import { snapshot } from '../domain/calendarYear';
import { figureNames, NONE, type Grouping, type Period } from '../domain/figures';
import { monthsOf } from '../domain/quarters';
import type { Actor } from '../domain/roles';
import { dateOf, yearOf, type Instant } from '../domain/time';
import { FIRST_YEAR } from '../inputs/calendar';
import { someAtOnce } from '../running/someAtOnce';
import type { ApiContext } from './context';
import { Problem } from '../http/problems';

/** One report leaves others their connections to the database. */
const MONTHS_AT_ONCE = 2;

/** What a report is about. */
export interface ReportAsked extends Kind, Period {
  readonly by: Grouping | 'month';
  /** As it was known at this moment. */
  readonly asOf: Instant;
}

/** `elapsedDays`: working days that the cases have lain with anybody, the sum of `held`. */
type Row = HandlingRow & { readonly elapsedDays: number };

export interface Report {
  /** The version of the official days that working days were counted by. */
  readonly calendar: number;
  readonly rows: readonly (Row & { readonly key: string | null })[];
  readonly total: Row;
}

/**
 * The agency whose cases somebody may have counted: the head of an agency has their own only, everybody else whatever
 * they ask for. @throws Problem 403
 */
export function leadWithin({ role, agency }: Actor, asked?: string): string | undefined {
  if (role !== 'agency_lead') return asked;
  if (agency === null || (asked !== undefined && asked !== agency)) throw new Problem('forbidden');
  return agency;
}

/** How cases were handled in a period, by the legal clock and as it was known at a moment. */
export async function reportOf(
  { db, lawBook }: Pick<ApiContext, 'db' | 'lawBook'>,
  asked: ReportAsked
): Promise<Report> {
  const { by, ...rest } = asked;
  const known = dateOf(asked.asOf);
  const years = await lawBook.calendar.at(asked.asOf);
  const from = `${String(FIRST_YEAR)}-01-01`;
  const calendar = snapshot(years.between(FIRST_YEAR, yearOf(known)), years.version);
  const workingDays = { from, through: workingDaysThrough(from, known, calendar) };
  const handling = (period: Period, grouping: Grouping) =>
    handlingOf(db, {
      ...rest,
      ...period,
      by: grouping,
      until: period.through < known ? period.through : known,
      workingDays,
    });

  const { rows, total } = await handling(asked, by === 'month' ? 'channel' : by);
  const months = by === 'month' ? monthsBegun(asked) : [];
  const ofMonth = async (month: Period) => ({
    key: month.from.slice(0, 7),
    ...(await handling(month, 'channel')).total,
  });
  const all = by === 'month' ? await someAtOnce(months, ofMonth, { atOnce: MONTHS_AT_ONCE }) : rows;
  return { calendar: years.version, rows: all.map(summed), total: summed(total) };
}

/** The months of a period that have begun at the moment as of which it is counted: of those to come nothing is known. */
const monthsBegun = ({ from, through, asOf }: ReportAsked): Period[] =>
  monthsOf({ from, through }).filter((month) => month.from <= dateOf(asOf));

const summed = <Given extends HandlingRow>(row: Given) => ({
  ...row,
  elapsedDays: row.held.reduce((sum, { days }) => sum + days, 0),
});

/** The report with each figure as a number of cases and the query that lists them. */
export function withLists({ rows, total, ...report }: Report, asked: ReportAsked) {
  const { by, ...query } = asked;
  const months = new Map(by === 'month' ? monthsBegun(asked).map((month) => [month.from.slice(0, 7), month]) : []);
  const picking = (key: string | null) => (by === 'month' ? months.get(key ?? '') : { [filterOf[by]]: key ?? NONE });
  return {
    ...report,
    rows: rows.map((row) => listed(row, { ...query, ...picking(row.key) })),
    total: listed(total, query),
  };
}

/** The part of a query that picks one row of a grouping. */
const filterOf = { agency: 'lead', category: 'category', channel: 'channel' } as const satisfies Record<
  Grouping,
  keyof Kind
>;

const listed = <Given extends HandlingRow>({ figures, ...row }: Given, query: Omit<ReportAsked, 'by'>) => ({
  ...row,
  figures: Object.fromEntries(
    figureNames.map((figure) => [figure, { cases: figures[figure], list: listPath({ figure, ...query }) }])
  ),
});

/** The same list has the same address, in whatever order it was asked for. */
function listPath(query: Readonly<Record<string, string | undefined>>): string {
  const given = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  );
  given.sort();
  return `/v1/cases?${given.toString()}`;
}
