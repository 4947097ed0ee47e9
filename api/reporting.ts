import { handlingOf, type HandlingRow } from '../db/handling';
import type { Kind } from '../db/figureConditions';
import { workingDaysThrough } from '../domain/calendar';
import { snapshot } from '../domain/calendarYear';
import { figureNames, NONE, type FigureName, type Grouping, type Period } from '../domain/figures';
import { monthsOf } from '../domain/quarters';
import { dateOf, yearOf, type Instant } from '../domain/time';
import { FIRST_YEAR } from '../inputs/calendar';
import type { ApiContext } from './context';

/** What a report is about. */
export interface ReportAsked extends Kind, Period {
  readonly by: Grouping | 'month';
  /** As it was known at this moment. */
  readonly asOf: Instant;
}

/** A figure with the list of the cases that it counts. */
interface ListedFigure {
  readonly cases: number;
  readonly list: string;
}

interface ReportRow extends Omit<HandlingRow, 'figures'> {
  readonly figures: Readonly<Record<FigureName, ListedFigure>>;
  /** Working days that the cases have lain with anybody: the sum of `held`. */
  readonly elapsedDays: number;
}

export interface Report {
  /** The version of the official days that working days were counted by. */
  readonly calendar: number;
  readonly rows: readonly (ReportRow & { readonly key: string | null })[];
  readonly total: ReportRow;
}

/** How cases were handled in a period, by the legal clock and as it was known at a moment. */
export async function reportOf({ db, lawBook }: ApiContext, asked: ReportAsked): Promise<Report> {
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
  const presented =
    by === 'month'
      ? await Promise.all(
          monthsOf(asked).map(async (month) => ({
            key: month.from.slice(0, 7),
            ...listed((await handling(month, 'channel')).total, { ...asked, ...month }),
          }))
        )
      : rows.map(({ key, ...row }) => ({ key, ...listed(row, { ...asked, [filterOf[by]]: key ?? NONE }) }));
  return { calendar: years.version, rows: presented, total: listed(total, asked) };
}

/** The part of a query that picks one row of a grouping. */
const filterOf = { agency: 'lead', category: 'category', channel: 'channel' } as const satisfies Record<
  Grouping,
  keyof Kind
>;

const listed = ({ figures, ...row }: HandlingRow, { by: _, ...asked }: ReportAsked): ReportRow => ({
  ...row,
  figures: Object.fromEntries(
    figureNames.map((figure) => [figure, { cases: figures[figure], list: listPath({ figure, ...asked }) }])
  ) as ReportRow['figures'],
  elapsedDays: row.held.reduce((sum, { days }) => sum + days, 0),
});

function listPath(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/v1/cases?${new URLSearchParams(given).toString()}`;
}
