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

/** A term whose clock stands still: the days counted before it stopped, and how many are left. It has no end yet. */
export interface PausedExplanation {
  readonly from: LocalDate;
  readonly workingDays: number;
  readonly days: readonly ExplainedDay[];
  readonly pausedSince: LocalDate;
  readonly daysLeft: number;
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
  const provisional = lastDay > calendar.officialThrough;
  const days = explainedDays(from, lastDay, counted, years);
  return { from, workingDays, days, lastDay, endsAt: endOf(lastDay), provisional, calendarVersion };
}

/**
 * Explains a term that waits for the submitter. The day of asking counts, unless it is the very last one, which then
 * gives way to the day of the reply.
 * @throws RangeError as `explainTerm` does.
 */
export function explainPaused(
  { from, workingDays, pauses }: Pick<Term, 'from' | 'workingDays' | 'pauses'>,
  pausedSince: LocalDate,
  years: readonly CalendarYear[],
  calendarVersion: number
): PausedExplanation {
  const all = countedDays(from, workingDays, snapshot(years, calendarVersion), pauses);
  const counted = all.filter((date) => date < pausedSince || (date === pausedSince && date !== all.at(-1)));
  const days = explainedDays(from, pausedSince, counted, years);
  return { from, workingDays, days, pausedSince, daysLeft: workingDays - counted.length, calendarVersion };
}

function explainedDays(
  from: LocalDate,
  through: LocalDate,
  counted: readonly LocalDate[],
  years: readonly CalendarYear[]
): ExplainedDay[] {
  const known = departures(years);
  const days: ExplainedDay[] = [];
  for (let date = addDays(from, 1); date <= through; date = addDays(date, 1)) {
    if (!years.some(({ year }) => date.startsWith(`${year}-`))) throw new RangeError(`no calendar for ${date}`);
    const day = dayOn(date, known);
    const position = counted.indexOf(date);
    days.push(position >= 0 ? { ...day, counted: position + 1 } : { ...day, kind: whySkipped(day), counted: null });
  }
  return days;
}

/** Only a pause keeps a working day from counting; a day off within a pause stays a day off. */
const whySkipped = ({ kind }: Day): ExplainedDay['kind'] => (kind === 'workday' || kind === 'madeUp' ? 'paused' : kind);
