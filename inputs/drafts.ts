import { z } from 'zod';
import { draftSources, draftStatuses } from '../domain/drafts';
import { cursor } from './cursor';
import { limit } from './list';
import { submission } from './submission';
import { attachments, paragraph } from './text';

/** `GET /v1/drafts`. */
export const draftQuery = z.strictObject({
  status: z.enum(draftStatuses).default('waiting'),
  source: z.enum(draftSources).optional(),
  cursor: cursor.optional(),
  limit,
});

/** What the Office completes a draft with: parts of a submission, in place of what the message gives. */
export const draftCompletion = submission
  .omit({ channel: true, receivedAt: true, receiptEvidence: true, reference: true })
  .partial()
  .extend({ attachments: attachments.unwrap().optional() })
  .meta({ id: 'DraftCompletion' });

export const dismissal = z.strictObject({ reason: paragraph });
