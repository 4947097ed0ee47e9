import { z } from 'zod';
import { foundMediaTypes } from './mediaTypes';
import { termNames, type TermName } from '../domain/policy';
import { MOST_WORKING_DAYS } from './calendar';
import { localDate, shortText } from './text';

const workingDays = z.int().min(1).max(MOST_WORKING_DAYS);
/** Whether a file is a text is seen by reading the whole of it: a policy cannot allow what no process can hold. */
const LARGEST_FILE_BYTES = 512 * 1024 * 1024;
const MOST_FILES = 1000;

const attachments = z.strictObject({
  maxBytes: z.int().min(1).max(LARGEST_FILE_BYTES).describe('Of one file'),
  perCase: z.int().min(1).max(MOST_FILES).describe('Files that the acts of one case may name'),
  types: z.array(z.enum(foundMediaTypes)).min(1).describe('Media types, as the content of a file shows them'),
  basis: shortText,
});

const allowance = z.strictObject({ workingDays, basis: shortText });

/** `POST /v1/policies`: all numbers of the law, each length with the article that it rests on. */
export const newPolicy = z.strictObject({
  effectiveFrom: localDate,
  terms: z.strictObject(
    Object.fromEntries(termNames.map((name) => [name, allowance])) as Record<TermName, typeof allowance>
  ),
  dueSoon: z.array(workingDays).max(5),
  infoReminder: workingDays,
  freeForwardings: z.int().min(1).max(20),
  attachments: attachments.optional().describe('What may be attached; left out: as in the version that it replaces'),
  document: shortText,
  follows: z
    .int()
    .min(1)
    .optional()
    .describe('The version on which it was built; refused where it is the latest no more'),
});
