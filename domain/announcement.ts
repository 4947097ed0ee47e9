import type { CalendarYear } from './calendarYear';
import type { Fault } from './case';
import { fault } from './faults';
import { fixedHolidaysIn, holidaysDue } from './holidays';
import { swapFaults } from './swaps';
import { isLocalDate, weekday, yearOf, type LocalDate } from './time';

/**
 * What is wrong with a year as somebody would announce it; each path points into `proposed`.
 * @param neighbours the year before and the year after, as they are known or as the same document announces them.
 */
export function faultsOfAnnouncement(proposed: CalendarYear, neighbours: readonly CalendarYear[]): Fault[] {
  const malformed = [...datesOf(proposed), ...counterpartsOf(proposed)].filter(({ date }) => !isLocalDate(date));
  if (malformed.length > 0)
    return malformed.map(({ path, date }) => fault(path, 'malformedDate', `${date} is no day of the calendar`));
  return [
    ...misplaced(proposed),
    ...repeated(proposed),
    ...swapFaults(proposed, neighbours),
    ...wrongCompensation(proposed),
    ...missingHolidays(proposed),
  ];
}

/**
 * The same for years that are announced together, each held to the others and to those that are `known`.
 * @param pathOf where the year of an index stands in what was sent.
 */
export const faultsOfAnnouncements = (
  proposed: readonly CalendarYear[],
  known: readonly CalendarYear[],
  pathOf: (index: number) => string
): Fault[] =>
  proposed.flatMap((year, index) => {
    const neighbours = [year.year - 1, year.year + 1].flatMap(
      (next) => proposed.find((other) => other.year === next) ?? known.find((other) => other.year === next) ?? []
    );
    return faultsOfAnnouncement(year, neighbours).map((found) => ({ ...found, path: pathOf(index) + found.path }));
  });

/** A date of the announcement and where it stands. */
interface Entry {
  readonly path: string;
  readonly date: LocalDate;
}

const entries = (list: string, days: readonly { readonly date: LocalDate }[]): Entry[] =>
  days.map(({ date }, index) => ({ path: `/${list}/${index}/date`, date }));

const datesOf = ({ off, worked, weekendHolidays }: CalendarYear): Entry[] => [
  ...entries('off', off),
  ...entries('worked', worked),
  ...entries('weekendHolidays', weekendHolidays),
];

const counterpartsOf = ({ off, worked }: CalendarYear): Entry[] => [
  ...off.flatMap((day, index) =>
    day.kind === 'holiday' ? [] : [{ path: `/off/${index}/counterpart`, date: day.counterpart }]
  ),
  ...worked.map(({ replaces }, index) => ({ path: `/worked/${index}/replaces`, date: replaces })),
];

const misplaced = (proposed: CalendarYear): Fault[] => [
  ...datesOf(proposed)
    .filter(({ date }) => yearOf(date) !== proposed.year)
    .map(({ path, date }) => fault(path, 'outsideYear', `${date} is not in ${proposed.year}`)),
  ...entries('off', proposed.off)
    .filter(({ date }) => weekday(date) > 5)
    .map(({ path, date }) => fault(path, 'offAtWeekend', `${date} is a Saturday or Sunday and off already`)),
  ...entries('weekendHolidays', proposed.weekendHolidays)
    .filter(({ date }) => weekday(date) <= 5)
    .map(({ path, date }) => fault(path, 'notAtWeekend', `${date} is a weekday: a holiday on it belongs to /off`)),
];

const repeated = (proposed: CalendarYear): Fault[] =>
  datesOf(proposed)
    .filter(({ date }, index, all) => all.findIndex((other) => other.date === date) < index)
    .map(({ path, date }) => fault(path, 'repeated', `${date} stands here a second time`));

/** Each holiday at a weekend is compensated once, by a day after it (Labour Code 2019 Art. 111(3)). */
function wrongCompensation({ off, weekendHolidays }: CalendarYear): Fault[] {
  const compensated = new Set<LocalDate>();
  const faults = off.flatMap((day, index) => {
    if (day.kind !== 'compensatory') return [];
    const { counterpart } = day;
    const path = `/off/${index}/counterpart`;
    const again = compensated.has(counterpart);
    compensated.add(counterpart);
    if (again) return [fault(path, 'compensatedTwice', `${counterpart} is compensated already`)];
    if (!weekendHolidays.some(({ date }) => date === counterpart))
      return [fault(path, 'compensatesNothing', `${counterpart} is no holiday at a weekend`)];
    return day.date > counterpart ? [] : [fault(path, 'compensatedBefore', `${counterpart} comes after ${day.date}`)];
  });
  const forgotten = entries('weekendHolidays', weekendHolidays)
    .filter(({ date }) => !compensated.has(date))
    .map(({ path, date }) => fault(path, 'notCompensated', `${date} has no compensatory day`));
  return [...faults, ...forgotten];
}

/** The law's own days cannot be announced away; the Government may add to them. */
function missingHolidays({ year, off, weekendHolidays }: CalendarYear): Fault[] {
  const holidays = [...off.filter(({ kind }) => kind === 'holiday'), ...weekendHolidays];
  const due = holidaysDue(year);
  return [
    ...fixedHolidaysIn(year)
      .filter((holiday) => !holidays.some(({ date }) => date === holiday.date))
      .map(({ date, name }) => fault('/off', 'holidayMissing', `${date} is a holiday by law: ${name}`)),
    ...(holidays.length < due
      ? [fault('/off', 'tooFewHolidays', `${holidays.length} holidays, the law gives ${due}`)]
      : []),
  ];
}
