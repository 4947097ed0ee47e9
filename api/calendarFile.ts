import { text, type Response } from 'express';
import { icsFromYears } from '../calendar/ics';
import type { YearVersion } from '../db/calendar';
import type { CalendarYear } from '../domain/calendarYear';
import { verifyUtf8 } from './utf8';
import { Problem } from '../http/problems';

/** How long a subscriber may go without asking again. */
const SECONDS = 3_600;

/** Answers years as iCalendar. Express adds the `ETag`; the same years are always the same text. */
export function exported(response: Response, years: readonly CalendarYear[], announced: readonly YearVersion[]): void {
  const changed = announced.map(({ createdAt }) => createdAt).sort();
  response
    .type('text/calendar; charset=utf-8')
    .set('Cache-Control', `public, max-age=${String(SECONDS)}`)
    .send(icsFromYears(years, changed.at(-1) ?? ''));
}

/** Reads the bodies of requests that bring a calendar. */
export const readsCalendar = text({
  type: 'text/calendar',
  limit: '1mb',
  verify: verifyUtf8,
});

/** The file that a request brings. @throws Problem 415 where it brings something else. */
export function calendarBody({ body }: { body: unknown }): string {
  if (typeof body !== 'string') throw new Problem('unsupported-media-type');
  return body;
}
