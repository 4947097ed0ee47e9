import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { moment } from './columns';

/** Connected systems: how many changes there have been in the cases that each has sent. */
export const senders = pgTable('senders', {
  account: text('account').primaryKey(),
  changes: bigint('changes', { mode: 'number' }).notNull(),
});

/** Which case stands for which of a system's own references, reserved before the case begins. */
export const senderReferences = pgTable(
  'sender_references',
  {
    sender: text('sender').notNull(),
    reference: text('reference').notNull(),
    contentHash: text('content_hash').notNull(),
    caseCode: text('case_code').notNull(),
    takenAt: moment('taken_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.sender, table.reference] })]
);
