import { and, desc, eq, gte, isNotNull, lt, not, sql, type SQL } from 'drizzle-orm';
import type { Database } from './database';
import { isPublic, publicationColumns, type Published } from './publications';
import { monthOf, publications } from './schema/publications';
import { anyOf, commonness, having, havingAlike, rareKeys, saying } from './search';
import { foundByStretches } from './stretches';

/** Which publications the public asks for. */
export interface PublicationFilter {
  /** Words, with or without diacritics; one that is written a little wrong is found as well. */
  readonly q?: string | undefined;
  readonly category?: string | undefined;
  readonly agency?: string | undefined;
  readonly from?: Date | undefined;
  readonly before?: Date | undefined;
}

/** How well one matches, in thousandths; 0 where the latest come first. */
export interface Ranked {
  readonly publication: Published;
  readonly rank: number;
}

interface Place {
  readonly publishedAt: Date;
  readonly number: string;
}

/** Where a page ended. */
export interface PublicationPosition extends Place {
  readonly rank: number;
}

/** So many of the latest that match are put in order by how well they do; `latest` pages through all of them. */
const MOST_RANKED = 200;
/** What stands in such a share of texts is soon met among the latest. */
const COMMON = 1 / 8;

const { number, publishedAt } = publications;

/**
 * One page of what is public, the best matches or the latest first. Where no text has all the words, those come that have
 * words like them: they may have been written a little wrong.
 */
export async function searchPublications(
  db: Database,
  { q, ...filter }: PublicationFilter,
  order: 'relevance' | 'latest',
  after: PublicationPosition | null,
  limit: number
): Promise<Ranked[]> {
  const within = withinFilter(filter);
  if (q === undefined) return latestFirst(db, and(within, after === null ? undefined : olderThan(after)), limit);
  const page = async (said: SQL): Promise<Ranked[]> => {
    const numbers =
      order === 'latest'
        ? await latestSaying(db, said, within, after, limit)
        : await latestSaying(db, said, within, null, MOST_RANKED);
    if (numbers.length === 0) return [];
    const those = anyOf(number, numbers);
    return order === 'latest' ? latestFirst(db, those, limit) : bestFirst(db, q, those, after, limit);
  };
  const exact = await page(having(publications.words, q));
  return exact.length > 0 ? exact : page(await havingAlike(db, publications.words, q));
}

async function latestFirst(db: Database, condition: SQL | undefined, limit: number): Promise<Ranked[]> {
  const rows = await db
    .select(publicationColumns)
    .from(publications)
    .where(and(isNotNull(publishedAt), condition))
    .orderBy(desc(publishedAt), desc(number))
    .limit(limit);
  return rows.filter(isPublic).map((publication) => ({ publication, rank: 0 }));
}

async function bestFirst(
  db: Database,
  q: string,
  condition: SQL,
  after: PublicationPosition | null,
  limit: number
): Promise<Ranked[]> {
  const likeness = sql`word_similarity(fold_text(${q}), ${publications.titleSearch})`;
  const inARow = sql`coalesce(${saying(publications.words, q)}, false)::int`;
  const ranked = db
    .select({ number, publishedAt, rank: sql<number>`(1000 * ${likeness} + 500 * ${inARow})::int`.as('rank') })
    .from(publications)
    .where(condition)
    .as('ranked');
  const beyond =
    after === null
      ? undefined
      : sql`(${ranked.rank}, ${ranked.publishedAt}, ${ranked.number}) < (${after.rank}::int, ${after.publishedAt.toISOString()}::timestamptz, ${after.number})`;
  const rows = await db
    .select({ publication: publicationColumns, rank: ranked.rank })
    .from(ranked)
    .innerJoin(publications, eq(number, ranked.number))
    .where(beyond)
    .orderBy(desc(ranked.rank), desc(ranked.publishedAt), desc(ranked.number))
    .limit(limit);
  return rows.flatMap(({ publication, rank }) => (isPublic(publication) ? [{ publication, rank }] : []));
}

/**
 * The numbers of at most `most` of what has the words, the latest first: as the lists of officers are searched
 * (`searchCases`), by the index where words are rare, one after the other where they are common, and else a stretch at a time.
 */
async function latestSaying(
  db: Database,
  said: SQL,
  within: SQL | undefined,
  after: Place | null,
  most: number
): Promise<string[]> {
  const latest = async (from: Place | null, condition: SQL | undefined, limit = most): Promise<string[]> => {
    const rows = await db
      .select({ number })
      .from(publications)
      .where(and(isNotNull(publishedAt), within, from === null ? undefined : olderThan(from), condition))
      .orderBy(desc(publishedAt), desc(number))
      .limit(limit);
    return rows.map((row) => row.number);
  };
  const common = await commonness(db, number, said, COMMON);
  if (common === 'common') return latest(after, said);
  if ('keys' in common) return latest(after, anyOf(number, common.keys));
  const found = (from: Place | null, stretch: Stretch | null, limit: number): Promise<string[]> =>
    latest(
      from,
      stretch === null ? sql`${number} in (${rareKeys(number, said)})` : and(said, inStretch(stretch)),
      limit
    );
  const stretchAfter = (from: Place | null, length: number) => stretchOf(db, from, length);
  return foundByStretches({ stretchAfter, found }, common.share, after, most);
}

/** A run of the latest, by the last of them, and the months from there to the first. */
interface Stretch extends Place {
  readonly months: readonly string[];
}

const inStretch = (stretch: Stretch): SQL | undefined =>
  and(
    gte(publishedAt, stretch.publishedAt),
    not(olderThan(stretch)),
    sql`array[${monthOf(publishedAt)}] && ${sql.param([...stretch.months])}::text[]::timestamp[]`
  );

/** The next so many of the latest; null where there are not so many. */
async function stretchOf(db: Database, from: Place | null, length: number): Promise<Stretch | null> {
  const last = db.$with('last').as(
    db
      .select({ number, publishedAt })
      .from(publications)
      .where(and(isNotNull(publishedAt), from === null ? undefined : olderThan(from)))
      .orderBy(desc(publishedAt), desc(number))
      .offset(length - 1)
      .limit(1)
  );
  const begin = from === null ? sql`(select max(${publishedAt}) from ${publications})` : momentOf(from);
  const months = sql<string[]>`array(
    select month::text from generate_series(${monthOf(last.publishedAt)}, ${monthOf(begin)}, interval '1 month') as month)`;
  const [end] = await db.with(last).select({ number: last.number, publishedAt: last.publishedAt, months }).from(last);
  return end?.publishedAt ? { ...end, publishedAt: end.publishedAt } : null;
}

/** Compared as a pair, as the index has them. */
const olderThan = (place: Place): SQL => sql`(${publishedAt}, ${number}) < (${momentOf(place)}, ${place.number})`;

const momentOf = (place: Place): SQL => sql`${place.publishedAt.toISOString()}::timestamptz`;

const withinFilter = ({ category, agency, from, before }: Omit<PublicationFilter, 'q'>): SQL | undefined =>
  and(
    category === undefined ? undefined : eq(publications.category, category),
    agency === undefined ? undefined : eq(publications.agency, agency),
    from === undefined ? undefined : gte(publishedAt, from),
    before === undefined ? undefined : lt(publishedAt, before)
  );
