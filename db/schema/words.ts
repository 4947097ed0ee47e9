import { sql, type Column, type SQL } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { searchWords } from '../search';

/**
 * How a code begins: with the month in which the case came, as `PAKN-2611`. By it the index of words is divided, so that
 * the words of a stretch of a list are found without reading where they stand in all the years.
 */
export const beginningOf = (code: Column): SQL => sql`left(${code}, strpos(${code}, '-') + 4)`;

/**
 * What the texts of cases are found by. Apart from `cases`, whose rows each act writes anew with all their indexes; the
 * database itself keeps it as texts come and are erased (`keep_case_words`), so that no code can forget it.
 */
export const caseWords = pgTable(
  'case_words',
  {
    caseCode: text('case_code').primaryKey(),
    /** Of code, title, content and submitter, for officers' search. */
    words: searchWords('words').notNull(),
    /** Fingerprints of title and content, by which similar ones are found. */
    sketch: integer('sketch').array().notNull(),
  },
  (table) => [
    index('case_words_words').using('gin', table.words, sql`(array[${beginningOf(table.caseCode)}])`),
    index('case_words_sketch').using('gin', table.sketch),
  ]
);
