import { z } from 'zod';
import { statuses } from '../../domain/statuses';
import { explainedDay } from './calendar';
import { termAnswer } from './case';
import { day, id, moment } from './value';

/** A deadline of a case that a person can check by hand. */
export const explainedTermAnswer = termAnswer
  .extend({
    pausedSince: day.nullable().describe('The day on which the submitter was asked for more'),
    daysLeft: z.int().nullable().describe('Working days that run on from the reply; null unless paused'),
    calendarVersion: z.int().describe('The version of the calendar that it is counted by'),
    days: z.array(explainedDay),
  })
  .meta({ id: 'ExplainedTerm' });

export const figuresAnswer = z
  .object({
    asOf: moment,
    items: z.array(
      z.object({
        status: z.enum(statuses),
        agency: id.nullable().describe('The lead agency; null before there is one'),
        overdue: z.boolean().describe('Whether the term to answer has run out'),
        cases: z.int(),
      })
    ),
  })
  .meta({ id: 'Figures' });
