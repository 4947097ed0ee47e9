import type { Request } from 'express';
import type { CalendarBook, Years } from '../books/calendarBook';
import { isStaff, type Actor } from '../domain/roles';
import { year } from '../inputs/calendar';
import { Problem } from '../http/problems';

/** The year of the path. @throws Problem 404 where it is none of the calendar's. */
export function yearOfPath(request: Request): number {
  const parsed = year.safeParse(request.params['year']);
  if (!parsed.success) throw new Problem('no-such-year');
  return parsed.data;
}

/** A year's official days as a version of the calendar has them, with what was announced of it up to that version. */
export async function presentYear(book: CalendarBook, years: Years, ofPath: number, visitor: Actor | null) {
  const [days] = years.between(ofPath, ofPath);
  const history = await book.history(ofPath);
  const staff = visitor !== null && isStaff(visitor.role);
  return {
    calendar: years.version,
    ...days,
    yearVersion: years.announced.find((row) => row.days.year === ofPath)?.version ?? null,
    history: history
      .filter(({ version }) => version <= years.version)
      .map(({ version, days: { source }, createdAt, createdBy }) => ({
        version,
        ...source,
        createdAt,
        ...(staff ? { createdBy } : {}),
      })),
  };
}

/** Names a version of the calendar, so that a change can say on which it builds. */
export const calendarETag = (version: number): string => `"calendar-${String(version)}"`;

/** The version that an `If-Match` names; null where there is none. @throws Problem 412 where it is none of ours. */
export function expectedVersion(request: Request): number | null {
  const given = request.get('If-Match');
  if (given === undefined || given === '*') return null;
  const version = /^"calendar-(\d{1,9})"$/.exec(given)?.[1];
  if (version === undefined) throw new Problem('calendar-changed');
  return Number(version);
}
