import { z } from 'zod';
import { termNames } from '../../domain/policy';
import { day, listOf, moment } from './value';

export const policyAnswer = z
  .object({
    version: z.int(),
    effectiveFrom: day,
    inForce: z.boolean().describe('Holds for cases received on the day asked about'),
    terms: z.record(z.enum(termNames), z.object({ workingDays: z.int(), basis: z.string() })),
    dueSoon: z.array(z.int()).describe('Working days before the end of a term at which officers are warned'),
    infoReminder: z.int().describe('The working day of the term to reply at which the submitter is reminded'),
    freeForwardings: z.int().describe('Forwardings that need no reason'),
    document: z.string(),
    createdAt: moment,
  })
  .meta({ id: 'Policy' });

export const policyList = listOf(policyAnswer).meta({ id: 'PolicyList' });
