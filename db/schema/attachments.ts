import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { EventType } from '../../domain/case';
import { moment } from './columns';

/** Uploaded files. The content lies in the store under its hash, once however often it was uploaded. */
export const attachments = pgTable(
  'attachments',
  {
    /** Ends with the hash of the content: an act on record that names a file says which bytes it meant (R5). */
    id: text('id').primaryKey(),
    sha256: text('sha256').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    /** The media type that the content shows. */
    type: text('type').notNull(),
    name: text('name').notNull(),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: moment('uploaded_at').notNull(),
    /** When an act last named it, or it was uploaded; what is unused long after that is removed. */
    claimedAt: moment('claimed_at').notNull(),
    /** The file of which this is the copy for publication. */
    redactedFrom: text('redacted_from'),
    /** The way in which a copy for publication was made; null where that was not kept yet, and of what is no copy. */
    redaction: integer('redaction'),
    /** What can be read in a copy for publication, where its personal data is looked for. */
    text: text('text'),
  },
  (table) => [
    index('attachments_sha256').on(table.sha256),
    index('attachments_uploader').on(table.uploadedBy, table.claimedAt),
    index('attachments_claimed').on(table.claimedAt),
    index('attachments_redacted')
      .on(table.redactedFrom)
      .where(sql`${table.redactedFrom} is not null`),
  ]
);

/** Which act named which file. Follows from the events; no act waits for a file that is gone. */
export const attachmentUses = pgTable(
  'attachment_uses',
  {
    attachmentId: text('attachment_id').notNull(),
    caseCode: text('case_code').notNull(),
    seq: integer('seq').notNull(),
    act: text('act').$type<EventType>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.attachmentId, table.caseCode, table.seq] }),
    index('attachment_uses_case').on(table.caseCode, table.seq),
  ]
);
