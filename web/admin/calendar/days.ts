import { addDays } from '../../shared/days';

/** 1 is Monday. */
const weekdayOf = (date: string): number => ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

export const isWeekend = (date: string): boolean => weekdayOf(date) > 5;

/** The weeks of a month from Monday to Sunday; null beside the month's own days. @param month from 1 on. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const first = `${String(year)}-${String(month).padStart(2, '0')}-01`;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells = [
    ...Array<null>(weekdayOf(first) - 1).fill(null),
    ...Array.from({ length }, (_, day) => addDays(first, day)),
  ];
  const weeks = Math.ceil(cells.length / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null)
  );
}
