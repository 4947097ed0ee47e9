import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

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
