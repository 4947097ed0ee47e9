import { z } from 'zod';
import { actionNames } from '../../domain/actions';
import { channels, linkKinds } from '../../domain/inputs';
import { statuses } from '../../domain/statuses';
import { termPhases } from '../../domain/terms';
import { explainedDay } from './calendar';
import { code, day, id, moment } from './value';

const provisional = z.boolean().describe('The last day lies beyond the officially announced days');

/** A deadline as people see it. */
export const termAnswer = z
  .object({
    from: day.describe('Day 1 is the first working day after this one'),
    workingDays: z.int(),
    phase: z.enum(termPhases),
    lastDay: day.nullable().describe('null while the term waits for the submitter'),
    endsAt: moment.nullable().describe('24:00 of the last day'),
    provisional,
    late: z.boolean(),
    lateByCalendar: z.boolean().describe('A change of the calendar put the end into the past'),
    settledAt: moment.nullable(),
  })
  .meta({ id: 'Term' });

/** A deadline with the days that it counts, in short. */
const countedTerm = termAnswer.extend({
  counted: z.array(day).optional().describe('The working days that it counts; only where one case is read'),
  departures: z
    .array(explainedDay.omit({ counted: true }))
    .optional()
    .describe('Days of the term that depart from Monday to Friday, and days that a pause leaves out'),
});

/** A case as a line of a list. */
export const listedCase = z
  .object({
    code,
    status: z.enum(statuses),
    title: z.string(),
    category: id.nullable(),
    channel: z.enum(channels),
    receivedAt: moment,
    enteredAt: moment,
    leadAgency: id.nullable(),
    officer: id.nullable(),
    link: z
      .object({ kind: z.enum(linkKinds), to: code })
      .nullable()
      .describe('The earlier case that it repeats or goes on from; for staff only, since its code opens its tracking'),
    waitsFor: id.nullable().describe('In whose inbox it lies: an agency, `submitter`, `leadership`'),
    answerDue: moment
      .nullable()
      .describe('24:00 of the last day, written as 00:00 of the next; null while the term waits'),
    answerDueProvisional: provisional.describe(
      'The last day lies beyond the officially announced days; false while there is none'
    ),
    overdue: z.boolean(),
    updatedAt: moment,
  })
  .meta({ id: 'ListedCase' });

const nextDeadline = z
  .object({
    term: z.string(),
    lastDay: day,
    provisional,
    workingDaysLeft: z.int().describe('Of the days that it counts, today included; below zero: since the end'),
    today: z.boolean().describe('It ends today'),
  })
  .nullable()
  .describe('The deadline that ends first; null where none runs');

const allowedActions = z
  .array(z.enum(actionNames))
  .describe('What you may do now; what comes too late for the case opens a new one. Nothing in a past moment');

const caseOfList = listedCase
  .extend({
    seq: z.int().describe('The number of the latest event: a change that the stream tells of has another'),
    nextDeadline,
    allowedActions,
  })
  .meta({ id: 'CaseOfList' });

export const casePage = z
  .object({
    items: z.array(caseOfList),
    nextCursor: z.string().nullable().describe('The `cursor` of the next page; null on the last'),
    previousCursor: z.string().nullable().describe('The `cursor` of the page before; null on the first'),
  })
  .meta({ id: 'CasePage' });

const coordinator = z.object({
  agency: id,
  agrees: z.boolean().nullable().describe('null while the agency is silent'),
});

const chainHead = z
  .object({ seq: z.int(), hash: z.string() })
  .describe('The number and the hash of the latest event on record (R5); printed on receipts');

/** A case for one who may see it. */
export const caseAnswer = listedCase
  .extend({
    content: z.string(),
    submitter: z.object({
      name: z.string().nullable(),
      address: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string().nullable(),
    }),
    contact: z
      .object({
        phone: z.string().nullable(),
        email: z.string().nullable(),
        phoneMendedAt: moment.nullable(),
        emailMendedAt: moment.nullable(),
      })
      .optional()
      .describe('For staff only: how the submitter is reached, with what officers have mended since and when'),
    attachments: z.array(id),
    dossierNumber: z.string().nullable(),
    follows: code.nullable().describe('The earlier case that this one goes on from'),
    sender: id.nullable().describe('The connected system that sent it'),
    reference: z.string().nullable().describe("The sender's own reference"),
    holder: id.nullable().describe('Whose working days run: an agency, `submitter`, or nobody'),
    answer: z.string().nullable(),
    published: z
      .object({
        number: z.string().nullable().describe('Of the publication; null in a past moment'),
        at: moment,
        title: z.string().nullable(),
        content: z.string().nullable(),
        answer: z.string().nullable(),
      })
      .nullable(),
    deadlines: z.record(z.string(), countedTerm),
    coordinating: z.array(coordinator).optional().describe('For staff only'),
    forwardings: z.int().optional().describe('For staff only'),
    resultOn: day.nullable().optional().describe('For staff only'),
    head: chainHead,
    policy: z.int().describe('The version of the policy that it was received under'),
    calendar: z.int().describe('The version of the calendar that its deadlines are counted by'),
    allowedActions,
    asOf: moment.optional().describe('The moment at which the case was known like this'),
  })
  .meta({ id: 'Case' });

/** What anybody may see who holds the code. */
export const trackedCase = listedCase
  .pick({
    code: true,
    status: true,
    category: true,
    receivedAt: true,
    answerDue: true,
    answerDueProvisional: true,
    overdue: true,
    leadAgency: true,
    updatedAt: true,
  })
  .extend({
    publishedAt: moment.nullable(),
    publication: z.string().nullable().describe('The number of the published answer'),
    head: chainHead,
  })
  .meta({ id: 'TrackedCase' });
