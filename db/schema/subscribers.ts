import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { deliveryStatuses, mappings } from '../../news/kinds';
import type { CaseNews } from '../../news/outgoing';
import type { Differences, NothingToCompare } from '../../news/reconciliation';
import { day, moment } from './columns';

const id = () => bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity();

/** Other systems that are told what happens to cases. */
export const subscribers = pgTable(
  'subscribers',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    url: text('url').notNull(),
    mapping: text('mapping', { enum: mappings }).notNull(),
    /** Of which types of events; of all where none is named. */
    types: text('types').array().notNull(),
    /** Of the cases of which agencies; of all where none is named. */
    agencies: text('agencies').array().notNull(),
    /** Whether it is told the codes of cases, by which anybody can follow them. */
    withCode: boolean('with_code').notNull(),
    /** Makes the ids by which this subscriber knows cases. */
    pseudonymKey: text('pseudonym_key').notNull(),
    enabled: boolean('enabled').notNull(),
    /** Tries in a row that brought nothing through, and until when the next one waits. */
    failures: integer('failures').notNull().default(0),
    heldUntil: moment('held_until'),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    /** Since when the receiver wants nothing more (410). */
    goneAt: moment('gone_at'),
    removedAt: moment('removed_at'),
  },
  (table) => [
    uniqueIndex('subscribers_one_per_partner')
      .on(table.mapping)
      .where(sql`${table.removedAt} is null and ${table.mapping} <> 'events'`),
  ]
);

/** The secrets with which a subscriber's messages are signed, encrypted; more than one while they rotate. */
export const subscriberSecrets = pgTable(
  'subscriber_secrets',
  {
    id: id(),
    subscriber: text('subscriber').notNull(),
    keyId: text('key_id').notNull(),
    sealed: text('sealed').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    /** When it signs no more; null for the one in force. */
    endsAt: moment('ends_at'),
  },
  (table) => [index('subscriber_secrets_of').on(table.subscriber)]
);

/** One message to one subscriber. Of a case they leave in the order of their ids. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id(),
    subscriber: text('subscriber').notNull(),
    /** The same in every try, so that the receiver can tell a second one. */
    messageId: text('message_id').notNull(),
    /** Null in a test message. */
    caseCode: text('case_code'),
    seq: integer('seq'),
    type: text('type').notNull(),
    /** The legal day on which it was recorded; partners are compared by it. */
    day: day('day').notNull(),
    /** The case as it stood when the event was recorded: nothing that somebody wrote. */
    news: jsonb('news').$type<CaseNews>(),
    status: text('status', { enum: deliveryStatuses }).notNull().default('pending'),
    attempts: smallint('attempts').notNull().default(0),
    /** Since when it is to leave: since it arose, or since it was last queued again. */
    queuedAt: moment('queued_at').notNull().defaultNow(),
    dueAt: moment('due_at').notNull().defaultNow(),
    /** What the last try came to: an HTTP status, and words where there are any. */
    httpStatus: smallint('http_status'),
    detail: text('detail'),
    createdAt: moment('created_at').notNull().defaultNow(),
    settledAt: moment('settled_at'),
  },
  (table) => [
    uniqueIndex('deliveries_once').on(table.subscriber, table.caseCode, table.seq),
    index('deliveries_pending')
      .on(table.subscriber, table.caseCode, table.id)
      .where(sql`${table.status} = 'pending'`),
    index('deliveries_queued')
      .on(table.subscriber, table.queuedAt)
      .where(sql`${table.status} = 'pending'`),
    index('deliveries_status').on(table.subscriber, table.status, table.id),
    index('deliveries_day').on(table.subscriber, table.day),
    index('deliveries_settled').on(table.settledAt),
  ]
);

/** What comparing a day with a partner found, or why it could not be compared. */
export const reconciliations = pgTable(
  'reconciliations',
  {
    id: id(),
    subscriber: text('subscriber').notNull(),
    day: day('day').notNull(),
    at: moment('at').notNull(),
    /** How many cases each side holds of the day; none of a partner that did not say. */
    here: integer('here').notNull(),
    there: integer('there').notNull(),
    found: jsonb('differences').$type<Differences | NothingToCompare>().notNull(),
  },
  (table) => [index('reconciliations_of').on(table.subscriber, table.day, table.id)]
);
