import { sql, type Column, type SQL } from 'drizzle-orm';
import { customType, getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import type { Executor } from './database';

/** The syllables of a text and their pairs, as the database's function `search_words` makes them. */
export const searchWords = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Texts in which the syllables of a query stand in a row; the last of them may be the beginning of one. */
export const saying = (words: Column, query: string): SQL => sql`${words} @@ search_phrase(${query})`;

/** Texts in which all syllables of a query stand, in any order; the last of them may be the beginning of one. */
export const having = (words: Column, query: string): SQL => sql`${words} @@ search_all(${query})`;

/**
 * Texts in which all syllables of a query stand, or ones of titles that differ from them by a letter. These are looked up
 * first, so that the plan knows how common they are, and not for each text.
 */
export async function havingAlike(db: Executor, words: Column, query: string): Promise<SQL> {
  const [row] = await db.execute<{ alike: string | null }>(sql`select search_alike(${query})::text as alike`);
  return sql`${words} @@ ${row?.alike ?? null}::tsquery`;
}

/** Folded texts in which a query stands anywhere, within a word too. For short texts: common letters find no index. */
export const containing = (folded: Column, query: string): SQL =>
  sql`${folded} like '%' || regexp_replace(fold_text(${query}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;

/** So many rows tell how common something is. */
const SAMPLE = 400;

/**
 * How common a condition is among the rows of a table: how many rows the planner expects, which falls far short for words
 * that belong together, and the share of the first rows that meet it, which tells nothing of what is rare.
 */
export async function commonnessOf(
  db: Executor,
  table: PgTable,
  condition: SQL
): Promise<{ readonly expected: number; readonly share: number }> {
  const { name } = getTableConfig(table);
  const [[plan], [sample]] = await Promise.all([
    db.execute<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(
      sql`explain (format json) select from ${table} where ${condition}`
    ),
    db.execute<{ share: number | null }>(
      sql`select avg((${condition})::int)::float8 as share from (select * from ${table} limit ${SAMPLE}) as ${sql.identifier(name)}`
    ),
  ]);
  return { expected: plan?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0, share: sample?.share ?? 0 };
}
