import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Channel } from '../../domain/inputs';
import type { Status } from '../../domain/statuses';
import { day, moment } from './columns';

/**
 * How each case stood, as narrow as figures need it: a row from when it was recorded until the next one took its place,
 * so that a figure can be had as it was known at any moment. Follows from the events, and can be made from them anew.
 */
export const caseStandings = pgTable(
  'case_standings',
  {
    caseCode: text('case_code').notNull(),
    /** The number of the event that led to it. */
    seq: integer('seq').notNull(),
    recordedAt: moment('recorded_at').notNull(),
    /** Null while it is the latest. */
    supersededAt: moment('superseded_at'),
    status: text('status').$type<Status>().notNull(),
    agency: text('agency'),
    category: text('category'),
    channel: text('channel').$type<Channel>().notNull(),
    receivedOn: day('received_on').notNull(),
    overdue: boolean('overdue').notNull(),
    settledOn: day('settled_on'),
    answered: boolean('answered').notNull(),
    /** The day after which the answer was late, in the present term or in one before it. */
    lateAfter: day('late_after').generatedAlwaysAs(sql`coalesce(late_before, term_late_after)`),
    lateBefore: day('late_before'),
    termLateAfter: day('term_late_after'),
    returnedOn: day('returned_on').array().notNull(),
    disputedOn: day('disputed_on').array().notNull(),
    /** Who held the case, and from which day's end on, in order; null where nobody did. */
    holders: text('holders').array().$type<(string | null)[]>().notNull(),
    heldAfter: day('held_after').array().notNull(),
    /** Day 1 of the present term to answer comes after this day; the days of the pauses do not count. */
    termFrom: day('term_from').notNull(),
    pausedAfter: day('paused_after').array().notNull(),
    pausedThrough: day('paused_through').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseCode, table.seq] }),
    index('case_standings_settled')
      .on(table.settledOn, table.receivedOn)
      .where(sql`${table.supersededAt} is null`),
    index('case_standings_superseded').on(table.supersededAt, table.recordedAt),
  ]
);

/**
 * How many cases stand as answered, by day and agency, and how many of them late: the sum of all rows of a day and an
 * agency. The database itself adds a row for each change (`count_answers`), so that acts never wait for one another's sums;
 * `gatherAnswerCounts` makes one row of many.
 */
export const answerCounts = pgTable(
  'answer_counts',
  {
    settledOn: day('settled_on').notNull(),
    agency: text('agency'),
    answered: integer('answered').notNull(),
    late: integer('late').notNull(),
  },
  (table) => [index('answer_counts_settled').on(table.settledOn)]
);
