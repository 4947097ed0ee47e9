import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { AgencyReform } from '../../domain/agencies';
import { day, moment } from './columns';

export const catalogueKinds = ['category', 'rejection_reason', 'publication_form'] as const;

/** Lists that an administrator can change: the units of the province, and those of the law (R2, R6.1, R9.1). */
export const registerNames = ['agency', ...catalogueKinds] as const;

/** What changed about an entry of a register from a day on. Rows are only added, so that every past state can be read. */
export const registerVersions = pgTable(
  'register_versions',
  {
    seq: integer('seq').primaryKey().generatedAlwaysAsIdentity(),
    register: text('register', { enum: registerNames }).notNull(),
    code: text('code').notNull(),
    effectiveFrom: day('effective_from').notNull(),
    /** The facts that are new; the first version of an entry has them all. */
    facts: jsonb('facts').notNull(),
    document: text('document'),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [
    uniqueIndex('register_versions_once').on(table.register, table.code, table.effectiveFrom, table.createdAt),
  ]
);

/** A decision on units of the province, and whether the open cases have been passed on as it says. */
export const agencyReforms = pgTable(
  'agency_reforms',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Null where only the approval that a unit's answers need was changed. */
    reform: jsonb('reform').$type<AgencyReform>(),
    effectiveOn: day('effective_on').notNull(),
    /** Whose part in open cases passes to `successor`; the same unit where only its approval changed. */
    from: text('from').array().notNull(),
    /** Null where no case changes hands. */
    successor: text('successor'),
    document: text('document').notNull(),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    handedOverAt: moment('handed_over_at'),
  },
  (table) => [index('agency_reforms_effective').on(table.effectiveOn, table.id)]
);

/** Who stands in for an absent head from a day through another one. Ended early, it keeps its row. */
export const delegations = pgTable(
  'delegations',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    absent: text('absent').notNull(),
    delegate: text('delegate').notNull(),
    from: day('from').notNull(),
    through: day('through').notNull(),
    reason: text('reason').notNull(),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    endedAt: moment('ended_at'),
    endedBy: text('ended_by'),
  },
  (table) => [
    index('delegations_absent').on(table.absent, table.through),
    index('delegations_delegate').on(table.delegate, table.through),
  ]
);
