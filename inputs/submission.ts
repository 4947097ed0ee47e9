import { z } from 'zod';
import { CASE_CODE } from '../domain/caseCode';
import { channels } from '../domain/inputs';
import { attachments, email, idOf, instant, longText, naming, optional, paragraph, phone, shortText } from './text';

/** The code of a case, as it is printed on receipts. */
export const caseCode = naming(z.string().regex(CASE_CODE, 'is not the code of a case'), 'case');

/** By what a connected system knows a submission. */
export const reference = z
  .string()
  .regex(/^[\w.:/-]{1,100}$/, 'is not a reference: 1 to 100 letters, digits and . : / _ -');

/** What `POST /v1/cases` takes (R4). Which details of the submitter are due depends on the channel: `detailFaults`. */
export const submission = z.strictObject({
  channel: z.enum(channels),
  category: optional(idOf('category')),
  title: shortText,
  content: longText,
  submitter: z.strictObject({
    name: optional(shortText),
    address: optional(shortText),
    phone: optional(phone),
    email: optional(email),
  }),
  attachments,
  dossierNumber: optional(z.string().regex(/^[\w./-]{1,50}$/, 'is not a dossier number')),
  follows: optional(caseCode),
  reference: optional(reference).describe('The own number of a connected system: under the same one there is one case'),
  receivedAt: optional(instant),
  receiptReason: optional(paragraph),
  receiptEvidence: optional(idOf('attachment')),
});

/** As much of a submission as it takes to say which details of the submitter it lacks. */
export const submissionOutline = z.object({
  channel: z.enum(channels),
  submitter: z.record(z.string(), z.unknown()).default({}),
});

export type SubmissionInput = z.output<typeof submission>;
