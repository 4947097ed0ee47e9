import { z } from 'zod';
import { actionNames } from '../../domain/actions';
import { otherEvents } from '../../domain/case';
import { noticeTemplates } from '../../domain/effects';
import { languages } from '../../domain/languages';
import { roles, SERVICE } from '../../domain/roles';
import { statuses } from '../../domain/statuses';
import { termPhases } from '../../domain/terms';
import { noticeStatuses } from '../../db/schema';
import { attemptAnswer, taskAnswer } from './messages';
import { agencyNames } from './registers';
import { day, id, listOf, moment } from './value';

const by = z
  .object({
    role: z.enum([...roles, SERVICE]),
    agency: id.nullable().optional(),
    id: id.optional().describe('For staff only'),
    standsInFor: id.optional().describe('For staff only'),
  })
  .describe('Who acted; `service` where it was the clock or the service itself');

/** An event of a case's history. */
const event = z
  .object({
    seq: z.int(),
    type: z.enum([...actionNames, ...otherEvents]),
    at: moment.describe('The legal time: for an alarm the moment at which it was due'),
    recordedAt: moment,
    by,
    status: z.enum(statuses).nullable().describe('The status that it led to; null where it changed none'),
    replacedBy: z
      .int()
      .nullable()
      .describe('Of a publication the event that published something else in its place; null while it stands'),
    data: z.record(z.string(), z.unknown()).describe("An act's input, or what happened"),
    agencies: agencyNames.describe('The agencies that it names, as they were called on its day'),
    deadlines: z
      .record(z.string(), z.object({ lastDay: day, phase: z.enum(termPhases) }))
      .describe('The deadlines that it changed'),
  })
  .meta({ id: 'Event' });

export const eventList = listOf(event).meta({ id: 'EventList' });

export const notice = z
  .object({
    seq: z.int().describe('The event that it tells of'),
    ordinal: z.int(),
    template: z.enum(noticeTemplates),
    recipientKind: z.enum(['submitter', 'unit', 'account', 'leadership']),
    recipient: id.nullable(),
    at: moment,
    head: z.string().describe('The head that the chain of the case had then: the hash of the event (R5)'),
    status: z
      .enum(noticeStatuses)
      .describe(
        '`shown`: no channel is switched on; `muted`: turned off, or no longer of use; `failed`: no channel is left'
      ),
    attempts: z.array(attemptAnswer),
    letter: z
      .object({ sentOn: day, number: z.string() })
      .nullable()
      .describe('The letter by which they were informed in the end'),
    tasks: z.array(taskAnswer).optional().describe('For staff only: what is left to people'),
  })
  .meta({ id: 'Notice' });

export const noticeText = z
  .object({
    language: z.enum(languages),
    subject: z.string(),
    body: z.string(),
    sms: z.string().describe('As it leaves; empty where nobody is told in short'),
    wording: z
      .enum(['then', 'today'])
      .describe('`then`: in the words that were in force; `today`: in those that the service delivers today'),
  })
  .meta({ id: 'NoticeText' });

export const noticeList = listOf(notice)
  .extend({
    maySettle: z.boolean().describe('Whether you may settle what is left to people so that the submitter is informed'),
  })
  .meta({ id: 'NoticeList' });
