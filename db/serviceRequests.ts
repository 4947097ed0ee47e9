import { and, desc, eq, gte, inArray, isNotNull, lte, notInArray } from 'drizzle-orm';
import type { Status } from '../domain/statuses';
import type { RequestStatus } from '../inputs/open311';
import type { CaseRow } from './cases';
import type { Database } from './database';
import { withJointPublications } from './jointPublications';
import { isPublic, publicationColumns, type Published } from './publications';
import { cases } from './schema';
import { publications } from './schema/publications';

/** In these a petition has had its answer, or needs none: `closed` in the words of Open311. */
export const answeredStatuses: readonly Status[] = ['published', 'closed', 'rejected', 'withdrawn'];

/** Which requests are asked for, by what Open311 knows of them. */
export interface RequestFilter {
  readonly categories: readonly string[] | undefined;
  readonly statuses: readonly RequestStatus[];
  /** When it was received. */
  readonly from: Date;
  readonly through: Date;
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** What is published, received last first. All of it is closed. */
export async function publishedRequests(db: Database, filter: RequestFilter, page: Page): Promise<Published[]> {
  if (!filter.statuses.includes('closed')) return [];
  const rows = await db
    .select(publicationColumns)
    .from(publications)
    .where(
      and(
        isNotNull(publications.publishedAt),
        gte(publications.receivedAt, filter.from),
        lte(publications.receivedAt, filter.through),
        filter.categories && inArray(publications.category, [...filter.categories])
      )
    )
    .orderBy(desc(publications.receivedAt), desc(publications.number))
    .limit(page.limit)
    .offset(page.offset);
  return rows.filter(isPublic);
}

/** Those of these numbers that are published. */
export async function publishedUnder(db: Database, numbers: readonly string[]): Promise<Published[]> {
  const rows = await db
    .select(publicationColumns)
    .from(publications)
    .where(inArray(publications.number, [...numbers]));
  return rows.filter(isPublic);
}

/** What a connected system has sent, received last first. */
export async function sentRequests(
  db: Database,
  sender: string,
  filter: RequestFilter,
  page: Page
): Promise<CaseRow[]> {
  const [open, closed] = [filter.statuses.includes('open'), filter.statuses.includes('closed')];
  const sent = await db
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.sender, sender),
        gte(cases.receivedAt, filter.from),
        lte(cases.receivedAt, filter.through),
        filter.categories && inArray(cases.category, [...filter.categories]),
        open ? undefined : inArray(cases.status, [...answeredStatuses]),
        closed ? undefined : notInArray(cases.status, [...answeredStatuses])
      )
    )
    .orderBy(desc(cases.receivedAt), desc(cases.code))
    .limit(page.limit)
    .offset(page.offset);
  return withJointPublications(db, sent);
}
