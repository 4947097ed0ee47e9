import { z } from 'zod';
import type { CaseState } from '../../domain/case';
import { channels, linkKinds } from '../../domain/inputs';
import { termNames } from '../../domain/policy';
import { statuses } from '../../domain/statuses';
import { termPhases } from '../../domain/terms';
import { code, day, id, moment } from './value';

const warning = z.object({ kind: z.enum(['dueSoon', 'reminder']), at: moment, daysLeft: z.int() });

const term = z.object({
  name: z.enum(termNames),
  agency: z.exactOptional(id),
  from: day,
  workingDays: z.int(),
  pauses: z.array(z.object({ after: day, through: day })),
  pausedSince: day.nullable(),
  lastDay: day,
  endsAt: moment,
  calendar: z.int().describe('The version of the official days that it is counted by'),
  provisional: z.boolean(),
  phase: z.enum(termPhases),
  warnings: z.array(warning).describe('Warnings still to come'),
  dueSoon: z.boolean(),
  late: z.boolean(),
  lateByCalendar: z.boolean(),
  owedSince: moment,
  settledAt: moment.nullable(),
});

const lead = z.object({ agency: id, needsApproval: z.boolean() });

/** All that the rules know of a case, as its workflow has it. */
export const stateAnswer = z
  .object({
    code,
    seq: z.int(),
    status: z.enum(statuses),
    policy: z.int(),
    calendar: z.int(),
    channel: z.enum(channels),
    category: id.nullable(),
    submitter: id.nullable(),
    follows: code.nullable(),
    link: z
      .object({ kind: z.enum(linkKinds), to: code, at: moment })
      .nullable()
      .exactOptional(),
    receivedAt: moment,
    enteredAt: moment,
    asOf: moment,
    lead: lead.nullable(),
    officer: id.nullable(),
    formerOfficer: id
      .nullable()
      .exactOptional()
      .describe('Who handled it for the agency that the lead agency took over'),
    coordinating: z.array(z.object({ agency: id, agrees: z.boolean().nullable() })),
    forwardings: z.int(),
    question: z.object({ askedOn: day, origin: z.enum(statuses), inReception: z.boolean() }).nullable(),
    proposal: z.object({ text: z.string(), attachments: z.array(id) }).nullable(),
    resultOn: day.nullable(),
    answeredBy: z.enum(['agency', 'leadership']).nullable(),
    progressReported: z.boolean(),
    disputeEnded: z.boolean(),
    unpublished: z.boolean().exactOptional(),
    erased: z.boolean().exactOptional(),
    erasedThrough: z.int().exactOptional(),
    erasedFiles: z.array(id).exactOptional(),
    terms: z.record(z.string(), term),
    holdings: z.array(z.object({ holder: id.nullable(), after: day })),
  } satisfies Record<keyof CaseState, z.ZodType>)
  .meta({ id: 'CaseState' }) satisfies z.ZodType<CaseState>;
