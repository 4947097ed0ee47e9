import { z } from 'zod';
import { termNames } from '../../domain/policy';
import { day, listOf, moment } from './value';

/** What may be attached; for pages that say so before somebody tries. */
export const attachmentLimits = z
  .object({
    maxBytes: z.int().describe('Of one file'),
    perCase: z.int().describe('Files that the acts of one case may name'),
    types: z.array(z.string()).describe('Media types, as the content of a file shows them'),
    basis: z.string(),
  })
  .meta({ id: 'AttachmentLimits' });

export const policyAnswer = z
  .object({
    version: z.int(),
    effectiveFrom: day,
    inForce: z.boolean().describe('Holds for cases received on the day asked about'),
    terms: z.record(z.enum(termNames), z.object({ workingDays: z.int(), basis: z.string() })),
    dueSoon: z.array(z.int()).describe('Working days before the end of a term at which officers are warned'),
    infoReminder: z.int().describe('The working day of the term to reply at which the submitter is reminded'),
    freeForwardings: z.int().describe('Forwardings that need no reason'),
    attachments: attachmentLimits.describe('What may be attached on submission and by acts'),
    document: z.string(),
    createdAt: moment,
  })
  .meta({ id: 'Policy' });

export const policyList = listOf(policyAnswer)
  .extend({ mediaTypes: z.array(z.string()).describe('The types of files that a version may allow') })
  .meta({ id: 'PolicyList' });
