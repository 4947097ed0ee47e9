import {
  and,
  arrayContains,
  asc,
  count,
  desc,
  eq,
  getTableColumns,
  gte,
  inArray,
  isNotNull,
  lt,
  max,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { CaseEvent, CaseState } from '../domain/case';
import { OFFICE } from '../domain/roles';
import type { Database, Executor } from './database';
import { cases } from './schema';
import { attachments } from './schema/attachments';
import { publicationNumbers, publications } from './schema/publications';
import { having, havingAlike, saying } from './search';

const { words: _words, titleSearch: _titleSearch, ...columns } = getTableColumns(publications);

/** What is read of a publication: all but what only searches look at. */
export const publicationColumns = columns;
export type PublicationRow = Pick<typeof publications.$inferSelect, keyof typeof publicationColumns>;
/** One that is public now. */
export type Published = PublicationRow & { readonly publishedAt: Date };

/** Puts before everybody what an event publishes, under the number that the case has once and for good, or takes it back. */
export async function projectPublication(tx: Executor, state: CaseState, event: CaseEvent): Promise<void> {
  const at = new Date(event.at);
  if (event.type === 'unpublish')
    await tx
      .update(publications)
      .set({ publishedAt: null, changedAt: at, title: null, content: null, answer: '', attachments: [] })
      .where(eq(publications.caseCode, state.code));
  if (event.type !== 'publish' && event.type !== 'republish') return;
  const { title, content, text, attachments: files } = event.data;
  const shown = {
    publishedAt: at,
    changedAt: at,
    category: state.category,
    agency: state.lead?.agency ?? OFFICE,
    title,
    content,
    answer: text,
    attachments: [...files],
  };
  const again = await tx
    .update(publications)
    .set(shown)
    .where(eq(publications.caseCode, state.code))
    .returning({ number: publications.number });
  if (again.length > 0) return;
  const number = await nextNumber(tx, Number(event.at.slice(0, 4)));
  const receivedAt = new Date(state.receivedAt);
  await tx.insert(publications).values({ number, caseCode: state.code, receivedAt, firstPublishedAt: at, ...shown });
  await tx.update(cases).set({ publicationNumber: number }).where(eq(cases.code, state.code));
}

/** Numbers have no gaps: who takes one holds the year's until the event is on record. */
async function nextNumber(tx: Executor, year: number): Promise<string> {
  const [row] = await tx
    .insert(publicationNumbers)
    .values({ year, last: 1 })
    .onConflictDoUpdate({ target: publicationNumbers.year, set: { last: sql`${publicationNumbers.last} + 1` } })
    .returning({ last: publicationNumbers.last });
  return `${String(year)}-${String(row?.last).padStart(6, '0')}`;
}

export async function findPublication(db: Database, number: string): Promise<PublicationRow | undefined> {
  const [row] = await db.select(publicationColumns).from(publications).where(eq(publications.number, number));
  return row;
}

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

/** Where a page ended. */
export interface PublicationPosition {
  readonly rank: number;
  readonly publishedAt: Date;
  readonly number: string;
}

/** So many of the latest that match are put in order by how well they do; `latest` pages through all of them. */
const MOST_RANKED = 500;

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
  if (q === undefined) return pageOf(db, within, null, after, limit);
  const likeness = sql`word_similarity(fold_text(${q}), ${publications.titleSearch})`;
  const whole = sql`coalesce(${saying(publications.words, q)}, false)::int`;
  const rank = order === 'latest' ? null : sql<number>`(1000 * ${likeness} + 500 * ${whole})::int`;
  const exact = await pageOf(db, and(within, having(publications.words, q)), rank, after, limit);
  if (exact.length > 0) return exact;
  return pageOf(db, and(within, await havingAlike(db, publications.words, q)), rank, after, limit);
}

const place = { number: publications.number, publishedAt: publications.publishedAt };

async function pageOf(
  db: Database,
  condition: SQL | undefined,
  rank: SQL<number> | null,
  after: PublicationPosition | null,
  limit: number
): Promise<Ranked[]> {
  const matching = and(isNotNull(publications.publishedAt), condition);
  const ranked = rank === null ? unranked(db, matching) : rankedBy(db, matching, rank);
  const beyond =
    after === null
      ? undefined
      : sql`(${ranked.rank}, ${ranked.publishedAt}, ${ranked.number}) < (${after.rank}::int, ${after.publishedAt.toISOString()}::timestamptz, ${after.number})`;
  const rows = await db
    .select({ publication: publicationColumns, rank: ranked.rank })
    .from(ranked)
    .innerJoin(publications, eq(publications.number, ranked.number))
    .where(beyond)
    .orderBy(desc(ranked.rank), desc(ranked.publishedAt), desc(ranked.number))
    .limit(limit);
  return rows.filter((row): row is Ranked => row.publication.publishedAt !== null);
}

const unranked = (db: Database, matching: SQL | undefined) =>
  db
    .select({ ...place, rank: sql<number>`0`.as('rank') })
    .from(publications)
    .where(matching)
    .as('ranked');

/** How well they match is looked at only once it is known which are the latest: that takes more than finding them. */
function rankedBy(db: Database, matching: SQL | undefined, rank: SQL<number>) {
  const latest = db
    .select(place)
    .from(publications)
    .where(matching)
    .orderBy(desc(place.publishedAt), desc(place.number))
    .limit(MOST_RANKED)
    .as('latest');
  return db
    .select({ number: latest.number, publishedAt: latest.publishedAt, rank: rank.as('rank') })
    .from(latest)
    .innerJoin(publications, eq(publications.number, latest.number))
    .as('ranked');
}

const withinFilter = ({ category, agency, from, before }: Omit<PublicationFilter, 'q'>): SQL | undefined =>
  and(
    category === undefined ? undefined : eq(publications.category, category),
    agency === undefined ? undefined : eq(publications.agency, agency),
    from === undefined ? undefined : gte(publications.publishedAt, from),
    before === undefined ? undefined : lt(publications.publishedAt, before)
  );

/** How many are public, and when the latest of all of them changed: the whole of what feeds and site maps are made of. */
export async function publicationsState(db: Database): Promise<{ count: number; changedAt: Date | null }> {
  const [row] = await db
    .select({ count: count(publications.publishedAt), changedAt: max(publications.changedAt) })
    .from(publications);
  return row ?? { count: 0, changedAt: null };
}

/** Addresses of what is public, in the order of numbers. */
export const publicationAddresses = (
  db: Database,
  limit: number,
  offset: number
): Promise<{ number: string; changedAt: Date }[]> =>
  db
    .select({ number: publications.number, changedAt: publications.changedAt })
    .from(publications)
    .where(isNotNull(publications.publishedAt))
    .orderBy(asc(publications.number))
    .limit(limit)
    .offset(offset);

/** The files of a publication, in its order. */
export async function filesOfPublication(db: Database, { attachments: ids }: Published) {
  if (ids.length === 0) return [];
  const { id, name, type, size } = attachments;
  const files = await db.select({ id, name, type, size }).from(attachments).where(inArray(id, ids));
  return ids.flatMap((wanted) => files.filter((file) => file.id === wanted));
}

/** Whether a file is a copy for publication of something that is public now. */
export async function isPublished(db: Database, id: string): Promise<boolean> {
  const published = await db
    .select({ number: publications.number })
    .from(publications)
    .where(and(isNotNull(publications.publishedAt), arrayContains(publications.attachments, [id])))
    .limit(1);
  return published.length > 0;
}
