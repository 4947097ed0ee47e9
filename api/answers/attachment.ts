import { z } from 'zod';
import { findingKinds } from '../../redaction';
import { otherEvents } from '../../domain/case';
import { actionNames } from '../../domain/actions';
import { id, listOf, moment } from './value';

/** A file that was uploaded. */
export const attachmentAnswer = z
  .object({
    id: id.describe('Ends with the SHA-256 of the content'),
    name: z.string(),
    type: z.string().describe('The media type that the content shows'),
    size: z.int().describe('Bytes'),
    previewable: z.boolean().describe('Is shown by `?preview=true`; other files are to be saved'),
    sha256: z.string(),
    uploadedAt: moment,
  })
  .meta({ id: 'Attachment' });

/** A copy for publication. */
export const redactedAnswer = attachmentAnswer
  .extend({
    redactedFrom: id,
    found: z.array(z.enum(findingKinds)).describe('What it still tells of the submitter of a case that names the file'),
  })
  .meta({ id: 'RedactedAttachment' });

/** A file of a case, with the act that named it. */
export const caseAttachments = listOf(
  attachmentAnswer.extend({
    seq: z.int().describe('The event that names it'),
    act: z.enum([...actionNames, ...otherEvents]),
    copies: z.array(id).optional().describe('Copies of it for publication, the latest first; for staff only'),
  })
).meta({ id: 'AttachmentList' });
