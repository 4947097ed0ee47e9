import { addDays, weekday, type LocalDate } from './time';

/** The official working days as a case knows them: what departs from Monday to Friday (Labour Code 2019 Arts. 111–112). */
export interface Calendar {
  /** Grows with every change of the official days. */
  readonly version: number;
  /** The last day that the Government has announced; a deadline after it is provisional. */
  readonly officialThrough: LocalDate;
  /** Weekdays off: holidays, compensatory days, days swapped away. Sorted. */
  readonly off: readonly LocalDate[];
  /** Saturdays and Sundays worked in exchange. Sorted. */
  readonly worked: readonly LocalDate[];
}

export const isWorkingDay = (date: LocalDate, calendar: Calendar): boolean =>
  weekday(date) > 5 ? calendar.worked.includes(date) : !calendar.off.includes(date);

/** The day itself if it is worked, else the last one before it that is. */
export function workingDayUpTo(date: LocalDate, calendar: Calendar): LocalDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}

/** A stretch of days that do not count, from the day after `after` through `through`. */
export interface Pause {
  readonly after: LocalDate;
  readonly through: LocalDate;
}

const isPaused = (date: LocalDate, pauses: readonly Pause[]): boolean =>
  pauses.some((pause) => date > pause.after && date <= pause.through);

/**
 * The days that a term of `workingDays` counts: day 1 is the first working day strictly after `from`
 * (Civil Code 2015 Art. 147). With pauses, the days within them are passed over.
 */
export function countedDays(
  from: LocalDate,
  workingDays: number,
  calendar: Calendar,
  pauses: readonly Pause[] = []
): LocalDate[] {
  const counted: LocalDate[] = [];
  for (let day = addDays(from, 1); counted.length < workingDays; day = addDays(day, 1))
    if (isWorkingDay(day, calendar) && !isPaused(day, pauses)) counted.push(day);
  return counted;
}

/** How many working days lie after `after`, up to and including `through`. */
export function workingDaysBetween(after: LocalDate, through: LocalDate, calendar: Calendar): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= through; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count++;
  return count;
}

/** For each day from `from` through `through`, the working days from the first one up to and including it. */
export function workingDaysThrough(from: LocalDate, through: LocalDate, calendar: Calendar): number[] {
  const counts: number[] = [];
  let count = 0;
  for (let day = from; day <= through; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count++;
    counts.push(count);
  }
  return counts;
}
