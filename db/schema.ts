import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { AttachmentLimits } from '../domain/attachmentLimits';
import type { CaseState } from '../domain/case';
import type { CalendarYear } from '../domain/calendarYear';
import type { EventType } from '../domain/case';
import type { Policy } from '../domain/policy';
import type { NoticeTemplate } from '../domain/effects';
import type { Channel, LinkKind } from '../domain/inputs';
import type { Status } from '../domain/statuses';
import type { ConcealedEvent } from '../record/personal';
import { emailKey, phoneKey } from './contactKeys';
import { day, moment } from './schema/columns';

/** The read model: a case as it stands, for lists and pages. Written only by the case's own workflow. */
export const cases = pgTable(
  'cases',
  {
    code: text('code').primaryKey(),
    seq: integer('seq').notNull(),
    status: text('status').$type<Status>().notNull(),
    open: boolean('open').notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    category: text('category'),
    title: text('title').notNull(),
    content: text('content').notNull(),
    submitterName: text('submitter_name'),
    submitterAddress: text('submitter_address'),
    submitterPhone: text('submitter_phone'),
    submitterEmail: text('submitter_email'),
    submitterAccount: text('submitter_account'),
    attachments: text('attachments').array().notNull(),
    dossierNumber: text('dossier_number'),
    follows: text('follows'),
    /** The connected system that sent it, by what it knows the case, and its latest change among all of that system's cases. */
    sender: text('sender'),
    reference: text('reference'),
    senderChange: bigint('sender_change', { mode: 'number' }),
    /** The earlier case that it is linked to, and how. */
    linkedTo: text('linked_to'),
    linkKind: text('link_kind').$type<LinkKind>(),
    receivedAt: moment('received_at').notNull(),
    enteredAt: moment('entered_at').notNull(),
    leadAgency: text('lead_agency'),
    officer: text('officer'),
    /** Every agency that takes part, lead or coordinating: who may see the case. */
    agencies: text('agencies').array().notNull(),
    waitsFor: text('waits_for'),
    answerDue: moment('answer_due'),
    overdue: boolean('overdue').notNull(),
    /** The end of the most urgent running term; the far future where none runs. Lists are sorted by it. */
    urgency: moment('urgency').notNull(),
    /** The latest answer, and what of it was published. */
    answer: text('answer'),
    publishedTitle: text('published_title'),
    publishedContent: text('published_content'),
    publishedAnswer: text('published_answer'),
    /** Copies for publication, which anybody may fetch while the answer is published. */
    publishedAttachments: text('published_attachments').array().notNull().default([]),
    publishedAt: moment('published_at'),
    /** Its public address, once it was published; see `publications`. */
    publicationNumber: text('publication_number'),
    /** The case whose published answer was given to this one too; null once it has one of its own. */
    jointlyWith: text('jointly_with'),
    state: jsonb('state').$type<CaseState>().notNull(),
    /** The hash of the latest event: the head of the case's chain (R5). */
    head: text('head').notNull(),
    /** The number of the latest event that a daily root covers. */
    sealedSeq: integer('sealed_seq').notNull().default(0),
    /** The version of the official days by which the case counts. */
    calendar: integer('calendar')
      .notNull()
      .generatedAlwaysAs(sql`(state ->> 'calendar')::integer`),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('cases_open_code')
      .on(table.code, table.calendar)
      .where(sql`${table.open}`),
    index('cases_open_urgency')
      .on(table.urgency, table.code)
      .where(sql`${table.open}`),
    index('cases_urgency').on(table.urgency, table.code),
    index('cases_status_urgency').on(table.status, table.urgency, table.code),
    index('cases_lead_urgency').on(table.leadAgency, table.urgency, table.code),
    index('cases_officer_urgency').on(table.officer, table.urgency, table.code),
    index('cases_officer_open')
      .on(table.officer, table.urgency, table.code)
      .where(sql`${table.open}`),
    index('cases_open_agencies')
      .using('gin', table.agencies)
      .where(sql`${table.open}`),
    index('cases_received').on(table.receivedAt),
    index('cases_waits_urgency')
      .on(table.waitsFor, table.urgency, table.code)
      .where(sql`${table.open}`),
    index('cases_submitter').on(table.submitterAccount, table.urgency, table.code),
    index('cases_overdue')
      .on(table.urgency, table.code)
      .where(sql`${table.overdue}`),
    index('cases_agencies').using('gin', table.agencies),
    // Few have more than the one that leads, by which the others are found in their order.
    index('cases_coordinated')
      .using('gin', table.agencies)
      .where(sql`cardinality(${table.agencies}) > 1`),
    index('cases_sender_change')
      .on(table.sender, table.senderChange)
      .where(sql`${table.sender} is not null`),
    index('cases_reference')
      .on(table.reference)
      .where(sql`${table.reference} is not null`),
    index('cases_linked')
      .on(table.linkedTo)
      .where(sql`${table.linkedTo} is not null`),
    index('cases_jointly')
      .on(table.jointlyWith)
      .where(sql`${table.jointlyWith} is not null`),
    index('cases_phone')
      .on(phoneKey(table.submitterPhone))
      .where(sql`${table.submitterPhone} is not null`),
    index('cases_email')
      .on(emailKey(table.submitterEmail))
      .where(sql`${table.submitterEmail} is not null`),
    index('cases_dossier')
      .on(table.dossierNumber)
      .where(sql`${table.dossierNumber} is not null`),
    index('cases_unsealed')
      .on(table.code)
      .where(sql`${table.seq} > ${table.sealedSeq}`),
  ]
);

/**
 * What happened, in order; nothing in it is ever changed or deleted (R5). Each event is bound to the one before it; what
 * people wrote stands in `case_personal`.
 */
export const caseEvents = pgTable(
  'case_events',
  {
    caseCode: text('case_code').notNull(),
    seq: integer('seq').notNull(),
    type: text('type').$type<EventType>().notNull(),
    at: moment('at').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    event: jsonb('event').$type<ConcealedEvent>().notNull(),
    previous: text('previous'),
    hash: text('hash').notNull(),
    /** The idempotency key of the act that it came from; no part of the chain. */
    key: text('key'),
  },
  (table) => [
    primaryKey({ columns: [table.caseCode, table.seq] }),
    index('case_events_type_at').on(table.type, table.at),
    index('case_events_recorded').on(table.recordedAt, table.caseCode),
  ]
);

export const noticeStatuses = ['shown', 'pending', 'sent', 'delivered', 'muted', 'failed'] as const;

/** What was or is to be told to whom. `shown`: no channel is switched on, so the list of notices is where it is told. */
export const notices = pgTable(
  'notices',
  {
    caseCode: text('case_code').notNull(),
    seq: integer('seq').notNull(),
    ordinal: smallint('ordinal').notNull(),
    template: text('template').$type<NoticeTemplate>().notNull(),
    recipientKind: text('recipient_kind').notNull(),
    recipient: text('recipient'),
    at: moment('at').notNull(),
    status: text('status', { enum: noticeStatuses }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseCode, table.seq, table.ordinal] }),
    index('notices_recipient').on(table.recipientKind, table.recipient, table.at),
    index('notices_pending')
      .on(table.at)
      .where(sql`${table.status} = 'pending'`),
  ]
);

/** A client's key and what was asked under it. A submission's row also reserves the case's code. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    caseCode: text('case_code'),
    /** The case that was to be acted on, whatever came of it. */
    about: text('about'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.actor, table.key] }), index('idempotency_keys_created').on(table.createdAt)]
);

/** The numbers of the law, version by version. */
export const policies = pgTable('policies', {
  version: integer('version').primaryKey(),
  effectiveFrom: day('effective_from').notNull(),
  policy: jsonb('policy').$type<Policy>().notNull(),
  attachments: jsonb('attachments').$type<AttachmentLimits>().notNull(),
  document: text('document').notNull(),
  createdAt: moment('created_at').notNull().defaultNow(),
  createdBy: text('created_by').notNull(),
});

/** The official days, year by year. A change adds a row; the one with the highest version is in force. */
export const calendarYears = pgTable(
  'calendar_years',
  {
    version: integer('version').notNull(),
    year: smallint('year').notNull(),
    days: jsonb('days').$type<CalendarYear>().notNull(),
    document: text('document').notNull(),
    reason: text('reason').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [uniqueIndex('calendar_years_year_version').on(table.year, table.version)]
);

/** What one installation must remember about itself, such as where its training clock started. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: jsonb('value').notNull(),
});
