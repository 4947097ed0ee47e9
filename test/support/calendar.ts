import { createCalendarBook } from '../../books/calendarBook';
import { officialYears } from '../../calendar/official';
import { addYears, calendarVersion } from '../../db/calendar';
import type { Database } from '../../db/database';
import type { CalendarYear } from '../../domain/calendarYear';
import { firstPolicy } from '../../domain/policy';
import type { Law } from '../../domain/terms';
import type { Instant } from '../../domain/time';
import { admin } from './people';

/** The official days of a year as they stand in the file. */
export const officialYear = (year: number): CalendarYear => officialYears.find((known) => known.year === year)!;

/** A year without the swap of one day: as it was announced first, before the Government swapped it. */
export const withoutSwap = (date: string, { off, worked, ...year }: CalendarYear): CalendarYear => ({
  ...year,
  off: off.filter((day) => day.date !== date),
  worked: worked.filter(({ replaces }) => replaces !== date),
});

/** The year with a day off for which a Saturday is worked, by a document. */
export const withSwap = (date: string, saturday: string, document: string, year: CalendarYear): CalendarYear => ({
  ...year,
  off: [...year.off, { date, name: 'Hoán đổi', kind: 'swap', counterpart: saturday, sources: [document] }],
  worked: [...year.worked, { date: saturday, name: 'Làm bù', replaces: date, sources: [document] }],
  source: { document, reason: 'Hoán đổi ngày làm việc.' },
});

/** Puts years on record as the next version. */
export async function announceYears(db: Database, years: readonly CalendarYear[], createdAt: Instant): Promise<number> {
  const version = (await calendarVersion(db)) + 1;
  await addYears(db, years, { version, createdAt, createdBy: admin.id });
  return version;
}

/** The law as a case meets it that is received now. */
export async function lawOn(db: Database, now: Instant): Promise<Law> {
  const years = await createCalendarBook(db).latest();
  return { calendar: years.calendarFor(now, now), policy: firstPolicy };
}
