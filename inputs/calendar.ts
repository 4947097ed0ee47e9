import { z } from 'zod';
import type { CalendarYear } from '../domain/calendarYear';
import { dateOf, toInstant, toMillis, yearOf, type Instant } from '../domain/time';
import { identifier, instant, paragraph, shortText } from './text';

/** The first year whose official days are on record; a receipt before it cannot be counted from. */
export const FIRST_YEAR = 2018;

/** The lunar dates are computed up to here. */
export const LAST_YEAR = 2099;

/** Working days, as many as a term of the law could ever have. */
export const MOST_WORKING_DAYS = 250;

/** As many departures as no year will ever have. */
const MOST_DAYS = 100;

export const year = z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR);

/** A moment of the past, as this service writes moments. */
export const asOf = instant.transform((text): Instant => toInstant(toMillis(text))).optional();

export const asOfQuery = z.strictObject({ asOf });

export const deadlineQuery = z.strictObject({
  receivedAt: instant.pipe(
    z.string().refine(
      (text) => {
        const received = yearOf(dateOf(toInstant(toMillis(text))));
        return received >= FIRST_YEAR && received < LAST_YEAR;
      },
      `lies outside the years ${String(FIRST_YEAR)} to ${String(LAST_YEAR - 1)}`
    )
  ),
  workingDays: z.coerce.number().int().min(1).max(MOST_WORKING_DAYS),
  asOf,
});

/** Whether a date exists, and what it must be, `faultsOfAnnouncement` says: it names more faults at once. */
const date = z.string().max(10);
const name = shortText;
const sources = z.array(shortText).max(10).optional();

const days = {
  off: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ date, name, kind: z.literal('holiday'), sources }),
        z.strictObject({ date, name, kind: z.literal('compensatory'), counterpart: date, sources }),
        z.strictObject({ date, name, kind: z.literal('swap'), counterpart: date, sources }),
      ])
    )
    .max(MOST_DAYS),
  worked: z
    .array(z.strictObject({ date, name, replaces: date, sources }))
    .max(MOST_DAYS)
    .default([]),
  weekendHolidays: z.array(z.strictObject({ date, name })).max(MOST_DAYS).default([]),
};

/** What `PUT /v1/calendar/{year}` takes: all departures of the year, and of a neighbour where a swap crosses the year's end. */
export const announcement = z.strictObject({
  ...days,
  document: shortText,
  reason: paragraph,
  neighbours: z
    .array(z.strictObject({ year, ...days }))
    .max(2)
    .default([]),
});

type Announcement = z.output<typeof announcement>;
type Days = Pick<Announcement, 'off' | 'worked' | 'weekendHolidays'>;

/** The years that an announcement gives, the one of the path first. A day without sources rests on the document. */
export function announcedYears(ofPath: number, { document, reason, neighbours, ...own }: Announcement): CalendarYear[] {
  const sourced = <Day extends { sources?: readonly string[] | undefined }>(day: Day) => ({
    ...day,
    sources: day.sources ?? [document],
  });
  return [{ year: ofPath, ...own }, ...neighbours].map(
    ({ year: number, off, worked, weekendHolidays }: Days & { year: number }) => ({
      year: number,
      status: 'official',
      off: off.map(sourced),
      worked: worked.map(sourced),
      weekendHolidays,
      source: { document, reason },
    })
  );
}

/** The year with its days in order. */
export const inOrder = (days: CalendarYear): CalendarYear => ({
  ...days,
  off: [...days.off].sort(byDate),
  worked: [...days.worked].sort(byDate),
  weekendHolidays: [...days.weekendHolidays].sort(byDate),
});

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number => (a.date < b.date ? -1 : 1);

/** A page of the cases that a change would move. */
export const previewQuery = z.strictObject({
  cursor: identifier.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Whether a file is applied; otherwise a page of what it would do. */
export const importQuery = previewQuery.extend({ apply: z.enum(['true', 'false']).default('false') });
