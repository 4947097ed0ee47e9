import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { ActionName } from '../../domain/actions';
import { moment } from './columns';

/** Texts that a unit uses again, version by version; the highest is in force. */
export const textTemplates = pgTable(
  'text_templates',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    /** The unit whose people write it. */
    agency: text('agency').notNull(),
    name: text('name').notNull(),
    /** The act that it is meant for; null for any. */
    action: text('action').$type<ActionName>(),
    text: text('text').notNull(),
    /** Not offered any more. */
    ended: boolean('ended').notNull(),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.version] }),
    index('text_templates_agency').on(table.agency, table.id, table.version),
  ]
);
