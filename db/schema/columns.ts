import { date, timestamp } from 'drizzle-orm/pg-core';

/** A moment as the service tells it: to the millisecond. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A day of the calendar, such as `2026-10-26`. */
export const day = (name: string) => date(name, { mode: 'string' });
