import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { attemptResults, messageChannels, noticeTaskKinds } from '../../domain/informing';
import { languages } from '../../domain/languages';
import { day, moment } from './columns';

const ofNotice = {
  caseCode: text('case_code').notNull(),
  seq: integer('seq').notNull(),
  ordinal: smallint('ordinal').notNull(),
};

/** Each try to send a notice to one person. `person` is an account, or `submitter`; addresses are never kept here. */
export const noticeAttempts = pgTable(
  'notice_attempts',
  {
    ...ofNotice,
    person: text('person').notNull(),
    channel: text('channel', { enum: messageChannels }).notNull(),
    attempt: smallint('attempt').notNull(),
    /** What the message is known by on its way, the same in each try. */
    messageId: text('message_id').notNull(),
    /** The legal time. */
    at: moment('at').notNull(),
    /** The server's own clock, by which a try that was cut off is told from one under way. */
    startedAt: moment('started_at').notNull().defaultNow(),
    result: text('result', { enum: attemptResults }).notNull(),
    /** What the provider knows it by. */
    providerId: text('provider_id'),
    /** The provider's code where it did not take it, such as `550 5.1.1`. */
    detail: text('detail'),
    settledAt: moment('settled_at'),
  },
  (table) => [
    primaryKey({
      columns: [table.caseCode, table.seq, table.ordinal, table.person, table.channel, table.attempt],
    }),
    index('notice_attempts_message').on(table.messageId),
    index('notice_attempts_provider').on(table.channel, table.providerId),
    index('notice_attempts_channel').on(table.channel, table.startedAt),
  ]
);

/** What is left for a person to do about a notice: inform by letter, or mend an address. */
export const noticeTasks = pgTable(
  'notice_tasks',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    ...ofNotice,
    kind: text('kind', { enum: noticeTaskKinds }).notNull(),
    openedAt: moment('opened_at').notNull(),
    closedAt: moment('closed_at'),
    closedBy: text('closed_by'),
    /** The letter's date and number. */
    sentOn: day('sent_on'),
    number: text('number'),
    note: text('note'),
  },
  (table) => [
    uniqueIndex('notice_tasks_once').on(table.caseCode, table.seq, table.ordinal, table.kind),
    index('notice_tasks_open')
      .on(table.kind, table.id)
      .where(sql`${table.closedAt} is null`),
  ]
);

/** The texts of messages as administrators have changed them; the latest of a template and language is in force. */
export const templateVersions = pgTable(
  'template_versions',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    template: text('template').notNull(),
    language: text('language', { enum: languages }).notNull(),
    /** Null from where the delivered text holds again. */
    texts: jsonb('texts').$type<{ subject: string; body: string; short: string }>(),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
  },
  (table) => [index('template_versions_of').on(table.template, table.language, table.id)]
);

/** What somebody wants to be told, and in which language. `subject` is an account, or `case/CODE` of somebody without one. */
export const messagePreferences = pgTable('message_preferences', {
  subject: text('subject').primaryKey(),
  language: text('language', { enum: languages }).notNull().default('vi'),
  /** The templates that they do not want. */
  muted: text('muted').array().notNull().default([]),
});

/** The morning digests that have left. */
export const digestsSent = pgTable(
  'digests_sent',
  {
    day: day('day').notNull(),
    agency: text('agency').notNull(),
    account: text('account').notNull(),
    sentAt: moment('sent_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.day, table.agency, table.account] })]
);

/** What a provider hands out anew each time, encrypted under the key of that id. */
export const providerTokens = pgTable('provider_tokens', {
  provider: text('provider').primaryKey(),
  keyId: text('key_id').notNull(),
  sealed: text('sealed').notNull(),
});

/** Addresses of submitters as officers have mended them, the latest of a case in force. Beside the case: that may have ended. */
export const contactCorrections = pgTable(
  'contact_corrections',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    caseCode: text('case_code').notNull(),
    email: text('email'),
    phone: text('phone'),
    at: moment('at').notNull(),
    by: text('by').notNull(),
  },
  (table) => [index('contact_corrections_case').on(table.caseCode, table.id)]
);

/** Links that set a password and have not been sent yet. Each goes with its message, or when it works no more. */
export const passwordMails = pgTable('password_mails', {
  /** What the message is known by on its way, the same in each try. */
  id: uuid('id').primaryKey().defaultRandom(),
  account: text('account').notNull(),
  /** The link, sealed: whoever reads the database cannot set a password with it. */
  keyId: text('key_id').notNull(),
  sealed: text('sealed').notNull(),
  /** By the clock of the server, as sessions are: the link works until then. */
  expiresAt: moment('expires_at').notNull(),
});
