import type { Period } from './figures';
import { addDays, type LocalDate } from './time';

export interface Quarter {
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
}

export const quarterOf = (day: LocalDate): Quarter => ({
  year: Number(day.slice(0, 4)),
  quarter: Math.ceil(Number(day.slice(5, 7)) / 3),
});

/** The quarter before: the last one that has ended. */
export const quarterBefore = ({ year, quarter }: Quarter): Quarter =>
  quarter === 1 ? { year: year - 1, quarter: 4 } : { year, quarter: quarter - 1 };

export const daysOf = ({ year, quarter }: Quarter): Period => months(year, 3 * quarter - 2, 3);

/** The months that a period touches, the first and the last as far as they lie in it. */
export function monthsOf({ from, through }: Period): Period[] {
  const found: Period[] = [];
  for (let day = from; day <= through;) {
    const month = months(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1);
    found.push({ from: day, through: month.through < through ? month.through : through });
    day = addDays(month.through, 1);
  }
  return found;
}

/** A number of months from the first day of one. */
function months(year: number, first: number, count: number): Period {
  const next = first + count;
  const startOf = (month: number) =>
    `${String(month > 12 ? year + 1 : year)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;
  return { from: startOf(first), through: addDays(startOf(next), -1) };
}
