import { sql, type Column, type SQL } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { automaticKinds, draftSources, draftStatuses, unsettledDraftStatuses } from '../../domain/drafts';
import { moment } from './columns';

/** Whether a draft waits for somebody. Written out: a partial index knows its rows by the words of its condition. */
export const isUnsettled = (status: Column): SQL =>
  sql`${status} in (${sql.raw(unsettledDraftStatuses.map((one) => `'${one}'`).join(', '))})`;

/** Messages from outside, as they came, and what became of them. */
export const drafts = pgTable(
  'drafts',
  {
    id: text('id').primaryKey(),
    source: text('source', { enum: draftSources }).notNull(),
    status: text('status', { enum: draftStatuses }).notNull(),
    /** The same for the same message, however often it comes. */
    messageKey: text('message_key').notNull(),
    sender: text('sender'),
    senderName: text('sender_name'),
    subject: text('subject'),
    text: text('text').notNull(),
    /** The message as it came, and its hash. */
    original: text('original').notNull(),
    originalHash: text('original_hash').notNull(),
    attachments: text('attachments').array().notNull(),
    /** What of it could not be read or taken in, for whoever completes it. */
    faults: text('faults').array().notNull(),
    automatic: text('automatic', { enum: automaticKinds }),
    receivedAt: moment('received_at').notNull(),
    takenAt: moment('taken_at').notNull(),
    /** Reserved when somebody first submits it. */
    caseCode: text('case_code'),
    settledAt: moment('settled_at'),
    settledBy: text('settled_by'),
    reason: text('reason'),
  },
  (table) => [
    uniqueIndex('drafts_message').on(table.source, table.messageKey),
    index('drafts_status').on(table.status, table.receivedAt, table.id),
    index('drafts_files').using('gin', table.attachments).where(isUnsettled(table.status)),
    index('drafts_original').on(table.original),
  ]
);
