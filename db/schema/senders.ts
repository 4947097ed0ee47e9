import { bigint, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

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
    takenAt: timestamp('taken_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.sender, table.reference] })]
);
