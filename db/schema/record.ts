import { date, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** The personal texts of events; in the events themselves stand commitments. Rows go only when they are erased. */
export const casePersonal = pgTable(
  'case_personal',
  {
    caseCode: text('case_code').notNull(),
    seq: integer('seq').notNull(),
    field: text('field').notNull(),
    value: text('value').notNull(),
    salt: text('salt').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseCode, table.seq, table.field] })]
);

/** The daily roots: each signed, each naming the one before. */
export const recordRoots = pgTable('record_roots', {
  number: integer('number').primaryKey(),
  date: date('date', { mode: 'string' }).notNull().unique(),
  sealedAt: timestamp('sealed_at', { withTimezone: true, precision: 3 }).notNull(),
  leaves: integer('leaves').notNull(),
  root: text('root').notNull(),
  previous: text('previous'),
  signature: text('signature').notNull(),
  publicKey: text('public_key').notNull(),
});

/** The heads of cases that each root covers, in the order of its leaves. */
export const recordLeaves = pgTable(
  'record_leaves',
  {
    root: integer('root').notNull(),
    position: integer('position').notNull(),
    caseCode: text('case_code').notNull(),
    seq: integer('seq').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.root, table.position] }),
    index('record_leaves_case').on(table.caseCode, table.root),
  ]
);
