import { z } from 'zod';
import { draftSources, draftStatuses } from '../domain/drafts';
import { millis, opaqueCursor, writeOpaque } from './cursor';
import { limit } from './list';
import { submission } from './submission';
import { attachments, identifier, paragraph } from './text';

/** A place in the list of drafts. */
interface Position {
  readonly receivedAt: Date;
  readonly id: string;
}

// Those that were given before say after it that the page lies after them.
const cursor = opaqueCursor(z.tuple([millis, identifier], z.literal('after'))).transform(
  ([receivedAt, id]): Position => ({ receivedAt: new Date(receivedAt), id })
);

export const writeDraftCursor = ({ receivedAt, id }: Position): string => writeOpaque([receivedAt.getTime(), id]);

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
