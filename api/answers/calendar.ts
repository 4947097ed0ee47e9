import { z } from 'zod';
import { day, moment } from './value';

const sources = z.array(z.string());

/** The official days of one year. */
export const calendarYear = z
  .object({
    calendar: z.int().describe('The version of the calendar in force'),
    year: z.int(),
    status: z.enum(['official', 'provisional']),
    off: z.array(
      z.object({
        date: day,
        name: z.string(),
        kind: z.enum(['holiday', 'compensatory', 'swap']),
        counterpart: day.optional().describe('The weekend day that it stands for, or that is worked for it'),
        sources,
      })
    ),
    worked: z.array(z.object({ date: day, name: z.string(), replaces: day, sources })),
    weekendHolidays: z.array(z.object({ date: day, name: z.string() })),
    source: z.object({ document: z.string(), reason: z.string() }),
  })
  .meta({ id: 'CalendarYear' });

/** A day of a term, counted or passed over. */
export const explainedDay = z.object({
  date: day,
  kind: z.enum(['workday', 'madeUp', 'weekend', 'holiday', 'compensatory', 'swap', 'paused']),
  name: z.string().nullable(),
  counterpart: day.nullable(),
  counted: z.int().nullable().describe('The how-manieth counted day it is; null where it is passed over'),
});

/** A deadline that a person can check by hand. */
export const explanation = z
  .object({
    from: day,
    workingDays: z.int(),
    days: z.array(explainedDay),
    lastDay: day,
    endsAt: moment,
    provisional: z.boolean(),
    calendarVersion: z.int(),
  })
  .meta({ id: 'Deadline' });
