import { sql, type Column, type SQL } from 'drizzle-orm';
import { index, integer, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { searchWords } from '../search';
import { moment } from './columns';

/** The month of a moment, by which the index of words is divided as that of cases is (`beginningOf`). */
export const monthOf = (moment: Column | SQL): SQL => sql`date_trunc('month', ${moment} at time zone 'UTC')`;

/**
 * What everybody may read, and nothing else: whoever reads for the public reads this table alone. Follows from the events
 * of cases. What was taken back leaves a row without texts, so that its number stays its own.
 */
export const publications = pgTable(
  'publications',
  {
    /** Such as `2026-000123`: its public address, which tells nothing of the secret code of its case. */
    number: text('number').primaryKey(),
    caseCode: text('case_code').notNull().unique(),
    /** When the case was received. */
    receivedAt: moment('received_at').notNull(),
    firstPublishedAt: moment('first_published_at').notNull(),
    /** Null while it is taken back. */
    publishedAt: moment('published_at'),
    changedAt: moment('changed_at').notNull(),
    category: text('category'),
    agency: text('agency').notNull(),
    title: text('title'),
    content: text('content'),
    answer: text('answer').notNull(),
    attachments: text('attachments').array().notNull(),
    /** Folded by the database itself out of the published texts, so that a search meets no other text. */
    titleSearch: text('title_search')
      .notNull()
      .generatedAlwaysAs(sql`fold_text(coalesce(title, ''))`),
    words: searchWords('words')
      .notNull()
      .generatedAlwaysAs(
        sql`search_words(number || ' ' || coalesce(title, '') || ' ' || coalesce(content, '') || ' ' || answer)`
      ),
  },
  (table) => [
    index('publications_latest')
      .on(table.publishedAt, table.number)
      .where(sql`${table.publishedAt} is not null`),
    index('publications_received')
      .on(table.receivedAt, table.number)
      .where(sql`${table.publishedAt} is not null`),
    index('publications_category').on(table.category, table.publishedAt),
    index('publications_agency').on(table.agency, table.publishedAt),
    index('publications_changed').on(table.changedAt),
    index('publications_attachments').using('gin', table.attachments),
    index('publications_words').using('gin', table.words, sql`(array[${monthOf(table.publishedAt)}])`),
  ]
);

/**
 * The syllables of which titles were ever made, by which a word that is written a little wrong is put right
 * (`search_alike`); the database itself keeps them (`keep_title_syllables`).
 */
export const titleSyllables = pgTable('title_syllables', { syllable: text('syllable').primaryKey() });

/** The last number that each year has given. */
export const publicationNumbers = pgTable('publication_numbers', {
  year: smallint('year').primaryKey(),
  last: integer('last').notNull(),
});
