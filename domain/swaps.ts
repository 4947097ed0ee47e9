import type { CalendarYear } from './calendarYear';
import type { Fault } from './case';
import { fault } from './faults';
import { fixedHolidaysIn } from './holidays';
import { weekday, yearOf, type LocalDate } from './time';

/** One half of a swap, the weekday off or the weekend day worked, and where it stands. */
interface Half {
  readonly path: string;
  readonly off: LocalDate;
  readonly worked: LocalDate;
}

/**
 * What is wrong with the swaps of a proposed year, and which swaps of announced neighbours it would tear apart.
 * A half in a neighbour that is not announced yet is taken on trust: that year's announcement is then held to it.
 */
export function swapFaults(proposed: CalendarYear, neighbours: readonly CalendarYear[]): Fault[] {
  const announced = neighbours.filter(({ status }) => status === 'official');
  const onTrust = (date: LocalDate) =>
    neighbours.some(({ year, status }) => year === yearOf(date) && status === 'provisional');
  const off = halvesOff(proposed);
  const worked = halvesWorked(proposed);
  return [
    ...without([...announced.flatMap(halvesWorked), ...worked], off)
      .filter((half) => !onTrust(half.worked))
      .map((half) =>
        fault(`${half.path}/counterpart`, 'swapWithoutWorkday', `${half.worked} is not worked for ${half.off}`)
      ),
    ...without([...announced.flatMap(halvesOff), ...off], worked)
      .filter((half) => !onTrust(half.off))
      .map((half) => fault(`${half.path}/replaces`, 'workdayWithoutSwap', `${half.off} is not off for ${half.worked}`)),
    ...without(worked, announced.flatMap(halvesOff))
      .filter((half) => yearOf(half.worked) === proposed.year)
      .map((half) => fault('/worked', 'swapBroken', `${half.off} is off for ${half.worked}, so that must be worked`)),
    ...without(off, announced.flatMap(halvesWorked))
      .filter((half) => yearOf(half.off) === proposed.year)
      .map((half) => fault('/off', 'swapBroken', `${half.worked} is worked for ${half.off}, so that must be off`)),
    ...wrongDays(proposed, neighbours),
  ];
}

/** A swap takes a weekday and gives a Saturday or Sunday that is no holiday. */
function wrongDays(proposed: CalendarYear, neighbours: readonly CalendarYear[]): Fault[] {
  const holidays = [proposed, ...neighbours].flatMap(({ year, weekendHolidays }) => [
    ...fixedHolidaysIn(year),
    ...weekendHolidays,
  ]);
  const days = [
    ...halvesOff(proposed).map(({ path, worked }) => ({ path: `${path}/counterpart`, date: worked })),
    ...halvesWorked(proposed).map(({ path, worked }) => ({ path: `${path}/date`, date: worked })),
  ];
  return [
    ...days
      .filter(({ date }) => weekday(date) <= 5)
      .map(({ path, date }) => fault(path, 'workedOnWeekday', `${date} is a weekday and worked already`)),
    ...days
      .filter(({ date }) => holidays.some((holiday) => holiday.date === date))
      .map(({ path, date }) => fault(path, 'workedOnHoliday', `${date} is a holiday`)),
    ...halvesWorked(proposed)
      .filter(({ off }) => weekday(off) > 5)
      .map(({ path, off }) => fault(`${path}/replaces`, 'offAtWeekend', `${off} is a Saturday or Sunday`)),
  ];
}

const halvesOff = ({ off }: CalendarYear): Half[] =>
  off.flatMap((day, index) =>
    day.kind === 'swap' ? [{ path: `/off/${index}`, off: day.date, worked: day.counterpart }] : []
  );

const halvesWorked = ({ worked }: CalendarYear): Half[] =>
  worked.map(({ date, replaces }, index) => ({ path: `/worked/${index}`, off: replaces, worked: date }));

/** Those of `halves` whose other half is not among `others`. */
const without = (others: readonly Half[], halves: readonly Half[]): Half[] =>
  halves.filter((half) => !others.some(({ off, worked }) => off === half.off && worked === half.worked));
