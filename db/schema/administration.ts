import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from './columns';

/** What administrators did, each with the state before and after it; nothing in it is ever changed or deleted (R5). */
export const adminEvents = pgTable(
  'admin_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    /** The account that acted. */
    by: text('by').notNull(),
    /** What was done, such as `policy.add`. */
    act: text('act').notNull(),
    /** To what: `policy/2`, `agency/justice`. */
    subject: text('subject').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    /** The document on which it rests. */
    document: text('document'),
  },
  (table) => [
    index('admin_events_subject').on(table.subject, table.id),
    index('admin_events_act').on(table.act, table.id),
    index('admin_events_by').on(table.by, table.id),
  ]
);
