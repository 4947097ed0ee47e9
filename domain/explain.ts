import { countedDays } from './calendar';
import { dayOn, departures, snapshot, type CalendarYear, type Day, type DayKind } from './calendarYear';
import type { Term } from './terms';
import { addDays, endOf, type Instant, type LocalDate } from './time';

/** A day of a term: the how-manieth counted day it is, or null and the `kind` says why it is skipped. */
export interface ExplainedDay extends Omit<Day, 'kind'> {
  readonly kind: DayKind | 'paused';
  readonly counted: number | null;
}

/** A deadline that a person can check by hand: every day after `from` through `lastDay`, none left out. */
export interface Explanation {
  readonly from: LocalDate;
  readonly workingDays: number;
  readonly days: readonly ExplainedDay[];
  readonly lastDay: LocalDate;
  readonly endsAt: Instant;
  /** The last day lies beyond the officially announced days. */
  readonly provisional: boolean;
  readonly calendarVersion: number;
}

/**
 * Explains a term by the years of one calendar version. The count itself is that of `countedDays`.
 * @throws RangeError where the term reaches beyond `years`, whose holidays would be called working days.
 */
export function explainTerm(
  { from, workingDays, pauses }: Pick<Term, 'from' | 'workingDays' | 'pauses'>,
  years: readonly CalendarYear[],
  calendarVersion: number
): Explanation {
  const calendar = snapshot(years, calendarVersion);
  const counted = countedDays(from, workingDays, calendar, pauses);
  const lastDay = counted.at(-1) ?? from;
  const known = departures(years);
  const days: ExplainedDay[] = [];
  for (let date = addDays(from, 1); date <= lastDay; date = addDays(date, 1)) {
    if (!years.some(({ year }) => date.startsWith(`${year}-`))) throw new RangeError(`no calendar for ${date}`);
    const day = dayOn(date, known);
    const position = counted.indexOf(date);
    days.push(position >= 0 ? { ...day, counted: position + 1 } : { ...day, kind: whySkipped(day), counted: null });
  }
  const provisional = lastDay > calendar.officialThrough;
  return { from, workingDays, days, lastDay, endsAt: endOf(lastDay), provisional, calendarVersion };
}

/** Only a pause keeps a working day from counting; a day off within a pause stays a day off. */
const whySkipped = ({ kind }: Day): ExplainedDay['kind'] => (kind === 'workday' || kind === 'madeUp' ? 'paused' : kind);
