import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, moment } from './columns';

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
  date: day('date').notNull().unique(),
  sealedAt: moment('sealed_at').notNull(),
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

export const exportSubjects = ['case', 'list'] as const;

/** Who took what out of the service, in which form; nothing in it is ever changed or deleted. */
export const exportLog = pgTable(
  'export_log',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    /** The account. */
    by: text('by').notNull(),
    subject: text('subject', { enum: exportSubjects }).notNull(),
    /** The case and its latest event; null for a list. */
    caseCode: text('case_code'),
    seq: integer('seq'),
    format: text('format').notNull(),
  },
  (table) => [index('export_log_case').on(table.caseCode, table.id)]
);
