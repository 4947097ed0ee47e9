import { and, arrayContains, asc, eq, getTableColumns, inArray, isNotNull, max, sql } from 'drizzle-orm';
import type { CaseEvent, CaseState } from '../domain/case';
import { OFFICE } from '../domain/roles';
import type { Database, Executor } from './database';
import { cases } from './schema';
import { attachments } from './schema/attachments';
import { publicationNumbers, publications } from './schema/publications';

const { words: _words, titleSearch: _titleSearch, ...columns } = getTableColumns(publications);

/** What is read of a publication: all but what only searches look at. */
export const publicationColumns = columns;
export type PublicationRow = Pick<typeof publications.$inferSelect, keyof typeof publicationColumns>;
/** One that is public now. */
export type Published = PublicationRow & { readonly publishedAt: Date };

export const isPublic = (row: PublicationRow): row is Published => row.publishedAt !== null;

/**
 * Puts before everybody what an event publishes, under the number that the case has once and for good, or takes it back:
 * an answer given together with another case's is public as that one's, and takes the place of an earlier one of its own.
 */
export async function projectPublication(tx: Executor, state: CaseState, event: CaseEvent): Promise<void> {
  const at = new Date(event.at);
  if (event.type === 'unpublish' || event.type === 'answerJointly')
    await tx
      .update(publications)
      .set({ publishedAt: null, changedAt: at, title: null, content: null, answer: '', attachments: [] })
      .where(and(eq(publications.caseCode, state.code), isNotNull(publications.publishedAt)));
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

/** When the latest of all publications changed; null while there is none. */
export async function publicationsChangedAt(db: Database): Promise<Date | null> {
  const [row] = await db.select({ changedAt: max(publications.changedAt) }).from(publications);
  return row?.changedAt ?? null;
}

/** How many are public. */
export const countPublications = (db: Database): Promise<number> =>
  db.$count(publications, isNotNull(publications.publishedAt));

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
