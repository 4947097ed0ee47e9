import Holidays from 'date-holidays';
import { toDayNumber, type LocalDate } from '../domain/time';

const firstOfTet = 'vietnamese 1-0-1';
const hungKings = 'vietnamese 3-0-10';
/** Always in the same solar year as the Tết that follows, which the first of the twelfth month is not. */
const kitchenGods = 'vietnamese 12-0-23';

/** The days of the lunar year that the law names, as days of a solar year. */
export interface LunarDays {
  /** Mùng 1. */
  readonly firstOfTet: LocalDate;
  /** 10/3. */
  readonly hungKings: LocalDate;
  /** 29 or 30: the number of the last day before Tết. */
  readonly daysOfTwelfthMonth: number;
}

/**
 * Asks date-holidays only to convert lunar dates, in which it agrees with six other computations; its own list of
 * Vietnamese days off is incomplete. Costs a third of a second to load: only this folder does.
 * @throws RangeError for a year that the library cannot convert.
 */
export function lunarDays(year: number): LunarDays {
  const found = converter.getHolidays(year);
  const dateOf = (rule: string): LocalDate => {
    const day = found.find((holiday) => holiday.rule === rule);
    if (day === undefined) throw new RangeError(`${rule} is unknown in ${year}`);
    return day.date.slice(0, 10);
  };
  const tet = dateOf(firstOfTet);
  return {
    firstOfTet: tet,
    hungKings: dateOf(hungKings),
    daysOfTwelfthMonth: 22 + toDayNumber(tet) - toDayNumber(dateOf(kitchenGods)),
  };
}

const converter = new Holidays();
for (const rule of [firstOfTet, hungKings, kitchenGods]) converter.setHoliday(rule, rule);
