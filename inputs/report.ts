import { z } from 'zod';
import { groupings, listedFigureNames } from '../domain/figures';
import { channels } from '../domain/inputs';
import { yearOf, type LocalDate } from '../domain/time';
import { asOf, FIRST_YEAR, LAST_YEAR } from './calendar';
import { idOf, localDate } from './text';

/** Which cases a report counts, and a list shows: the parts are those of both. */
export const figureFilters = {
  /** The first and the last day of the period. */
  from: localDate.optional(),
  through: localDate.optional(),
  asOf,
  /** The lead agency; `none` before there is one. */
  lead: idOf('agency').optional(),
  category: idOf('category').optional(),
  channel: z.enum(channels).optional(),
};

/** What may be asked of a list besides: the cases that a figure of a report or of a chart counts. */
export const figure = z.enum(listedFigureNames).optional();

/** Ten years: each month is counted by itself. */
export const MOST_MONTHS = 120;

/** The query of `GET /v1/reports/handling`; the period is the present quarter where none is given. */
export const reportQuery = z
  .strictObject({ ...figureFilters, by: z.enum([...groupings, 'month']).default('agency') })
  .refine(({ from, through }) => (from === undefined) === (through === undefined), {
    path: ['from'],
    message: 'comes with `through`',
  })
  .refine(({ from = '', through = from }) => from <= through, {
    path: ['through'],
    message: 'lies before the first day',
  })
  .refine(({ by, from, through }) => by !== 'month' || touchedMonths(from, through) <= MOST_MONTHS, {
    path: ['through'],
    message: `lies too late: by month a period has at most ${String(MOST_MONTHS)} months`,
  });

/** How many months a period touches; counted, not made, since it may be of any length. */
function touchedMonths(from?: LocalDate, through?: LocalDate): number {
  if (from === undefined || through === undefined) return 0;
  const monthOf = (day: LocalDate) => 12 * yearOf(day) + Number(day.slice(5, 7));
  return monthOf(through) - monthOf(from) + 1;
}

/** The query of `GET /v1/reports/quarterly`; the quarter that has ended last where none is given. */
export const quarterlyQuery = z
  .strictObject({
    year: z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR).optional(),
    quarter: z.coerce.number().int().min(1).max(4).optional(),
    format: z.enum(['docx', 'pdf', 'xlsx']).default('docx'),
    asOf,
  })
  .refine(({ year, quarter }) => (year === undefined) === (quarter === undefined), {
    path: ['quarter'],
    message: 'comes with its year',
  });
