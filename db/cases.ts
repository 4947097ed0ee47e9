import { and, arrayContains, asc, eq, gt, like, lt, or, type SQL } from 'drizzle-orm';
import type { Actor } from '../domain/roles';
import type { Channel } from '../domain/inputs';
import type { Status } from '../domain/statuses';
import { containing } from './fold';
import type { Database } from './database';
import { cases } from './schema';

export type CaseRow = typeof cases.$inferSelect;

/** Where a page ended: the next one begins after it. */
export interface CasePosition {
  readonly urgency: Date;
  readonly code: string;
}

export interface CaseFilter {
  readonly status?: Status | undefined;
  readonly open?: boolean | undefined;
  readonly agency?: string | undefined;
  readonly officer?: string | undefined;
  readonly category?: string | undefined;
  readonly channel?: Channel | undefined;
  /** The next deadline lies before this moment. */
  readonly dueBefore?: Date | undefined;
  readonly overdue?: boolean | undefined;
  readonly waitsFor?: string | undefined;
  /** Free text, with or without diacritics. */
  readonly q?: string | undefined;
}

export async function findCase(db: Database, code: string): Promise<CaseRow | undefined> {
  const [row] = await db.select().from(cases).where(eq(cases.code, code));
  return row;
}

/** One page of the cases that the actor may see, the most urgent first. */
export function listCases(
  db: Database,
  actor: Actor,
  filter: CaseFilter,
  after: CasePosition | null,
  limit: number
): Promise<CaseRow[]> {
  return db
    .select()
    .from(cases)
    .where(and(visibleTo(actor), matching(filter), after === null ? undefined : beyond(after)))
    .orderBy(asc(cases.urgency), asc(cases.code))
    .limit(limit);
}

/** The row form of `maySee`: what an actor may not see is never read. */
function visibleTo(actor: Actor): SQL | undefined {
  switch (actor.role) {
    case 'reception':
    case 'supervisor':
    case 'leadership':
      return undefined;
    case 'agency_officer':
    case 'agency_lead':
      return arrayContains(cases.agencies, [actor.agency ?? '']);
    case 'submitter':
      return eq(cases.submitterAccount, actor.id);
    case 'integration':
    case 'admin':
      return eq(cases.code, '');
  }
}

function matching(filter: CaseFilter): SQL | undefined {
  const given = <V>(value: V | undefined, condition: (value: V) => SQL) =>
    value === undefined ? undefined : condition(value);
  return and(
    given(filter.status, (status) => eq(cases.status, status)),
    given(filter.open, (open) => eq(cases.open, open)),
    given(filter.agency, (agency) => arrayContains(cases.agencies, [agency])),
    given(filter.officer, (officer) => eq(cases.officer, officer)),
    given(filter.category, (category) => eq(cases.category, category)),
    given(filter.channel, (channel) => eq(cases.channel, channel)),
    given(filter.dueBefore, (moment) => lt(cases.urgency, moment)),
    given(filter.overdue, (overdue) => eq(cases.overdue, overdue)),
    given(filter.waitsFor, (holder) => eq(cases.waitsFor, holder)),
    given(filter.q, (q) => like(cases.search, containing(q)))
  );
}

const beyond = ({ urgency, code }: CasePosition): SQL | undefined =>
  or(gt(cases.urgency, urgency), and(eq(cases.urgency, urgency), gt(cases.code, code)));
