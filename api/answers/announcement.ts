import { z } from 'zod';
import { calendarYear } from './calendar';
import { code, day, id, moment } from './value';

/** A year's official days with everything that was ever announced of it. */
export const yearAnswer = calendarYear
  .extend({
    yearVersion: z.int().nullable().describe('The change by which the year stands as it does; null where computed'),
    history: z.array(
      z.object({
        version: z.int(),
        document: z.string(),
        reason: z.string(),
        createdAt: moment,
        createdBy: id.optional().describe('For staff only'),
      })
    ),
  })
  .meta({ id: 'CalendarYearWithHistory' });

/** Where a change of the calendar stands. */
export const rolloutAnswer = z
  .object({
    version: z.int(),
    state: z.enum(['running', 'done']),
    taken: z.int().describe('Cases that were told and count by the new days'),
    moved: z.int().describe('Those of them in which a deadline moved'),
    remaining: z.int().describe('Open cases that count by older days still'),
  })
  .meta({ id: 'CalendarRollout' });

/** What an announcement would do, or did. */
export const previewAnswer = z
  .object({
    calendar: z.int().describe('The version of the calendar on which the change would build'),
    totals: z
      .object({ open: z.int(), moved: z.int(), overdue: z.int() })
      .nullable()
      .describe('Of all open cases; null on later pages'),
    items: z.array(
      z.object({
        code,
        moved: z.array(z.object({ term: z.string(), from: day, to: day })),
        overdue: z.array(z.string()).describe('Deadlines that would have passed already'),
      })
    ),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'CalendarPreview' });

const importedYears = z.object({
  years: z.array(z.int()).describe('Announced years of the file that differ from those in force'),
  ignored: z.array(z.int()).describe('Years of the file that it calls provisional: these are computed'),
});

export const importAnswer = z
  .union([
    importedYears.extend({ applied: z.literal(true), calendar: z.int(), rollout: z.string() }),
    importedYears.extend({ applied: z.literal(false), preview: previewAnswer }),
  ])
  .meta({ id: 'CalendarImport' });
