import { sql, type Column, type SQL } from 'drizzle-orm';
import { customType, getTableConfig, type PgColumn } from 'drizzle-orm/pg-core';
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

/** One of these texts, all in one parameter: it is one statement however many there are. */
export const anyOf = (column: Column, texts: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...texts])}::text[])`;

/** So many are looked up one by one. */
const FEW = 300;
/** What is to be expected falls short for words that belong together: so much of it is never few. */
const EXPECTED_OF_FEW = 10 * FEW;
/** So many rows tell how common something is. */
const SAMPLE = 400;

/** How common words are: they stand in so many texts that one comes upon them soon, in a share of them, or in these alone. */
type Commonness = 'common' | { readonly share: number } | { readonly keys: readonly string[] };

/**
 * How common words are in the texts of a table, by its first rows and by what the planner expects: it multiplies the shares
 * of words, so that it takes those that always stand together for rare.
 * @param key of the table that has the words.
 * @param share from which on they are common.
 */
export async function commonness(db: Executor, key: PgColumn, said: SQL, share: number): Promise<Commonness> {
  const { table } = key;
  const { name } = getTableConfig(table);
  const [[plan], [sample]] = await Promise.all([
    db.execute<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(
      sql`explain (format json) select from ${table} where ${said}`
    ),
    db.execute<{ share: number | null; rows: number }>(
      sql`
        select avg((${said})::int)::float8 as share,
          (select reltuples from pg_class where oid = ${name}::regclass)::float8 as rows
        from (select * from ${table} limit ${SAMPLE}) as ${sql.identifier(name)}`
    ),
  ]);
  const met = sample?.share ?? 0;
  if (met >= share) return 'common';
  const expected = Math.max(plan?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0, met * (sample?.rows ?? 0));
  if (expected >= EXPECTED_OF_FEW) return { share: met };
  const some = await db.execute<{ key: string }>(sql`${rareKeys(key, said)} limit ${FEW + 1}`);
  return some.length > FEW ? { share: met } : { keys: some.map((row) => row.key) };
}

/** The keys of all texts that say something rare, found by its index: no plan may walk a table until it has met enough. */
export const rareKeys = (key: PgColumn, said: SQL | undefined): SQL =>
  sql`with met as materialized (select ${key} as key from ${key.table} where ${said}) select key from met`;
