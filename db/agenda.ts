import { and, arrayContains, asc, eq, gt, lte, or, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '../domain/roles';
import type { Executor } from './database';
import { cases } from './schema';
import { digestsSent } from './schema/messages';
import { waitingFor } from './views';

/** A case as a line of somebody's day. */
interface AgendaCase {
  readonly code: string;
  readonly title: string;
  readonly urgency: Date;
  /** The term that is most urgent ends beyond the announced days. */
  readonly provisional: boolean;
}

/** The most urgent cases of a list, and how many it has in all. */
export interface AgendaList {
  readonly first: readonly AgendaCase[];
  readonly total: number;
}

/** More lines nobody reads in an e-mail. */
const MOST = 30;

const line = {
  code: cases.code,
  title: cases.title,
  urgency: cases.urgency,
  provisional: sql<boolean>`exists (
    select from jsonb_each(${cases.state} -> 'terms') term
    where (value ->> 'endsAt')::timestamptz = ${cases.urgency} and (value ->> 'provisional')::boolean
  )`,
};

async function listOf(db: Executor, condition: SQL | undefined): Promise<AgendaList> {
  const rows = await db
    .select({ ...line, total: sql<number>`count(*) over ()::int` })
    .from(cases)
    .where(and(eq(cases.open, true), condition))
    .orderBy(asc(cases.urgency), asc(cases.code))
    .limit(MOST);
  return { first: rows, total: rows[0]?.total ?? 0 };
}

/**
 * What a day brings to an agency: what ends by its last moment, what is late already, what lies in its inbox; of all its
 * cases, or of one.
 */
export async function agendaOf(db: Executor, agency: string, now: Date, endOfDay: Date, code?: string) {
  const chosen = code === undefined ? undefined : eq(cases.code, code);
  const ofAgency = and(chosen, or(eq(cases.waitsFor, agency), arrayContains(cases.agencies, [agency])));
  const [dueToday, overdue, waiting] = await Promise.all([
    listOf(db, and(ofAgency, gt(cases.urgency, now), lte(cases.urgency, endOfDay))),
    listOf(db, and(ofAgency, lte(cases.urgency, now))),
    listOf(db, and(chosen, eq(cases.waitsFor, agency))),
  ]);
  return { dueToday, overdue, waiting };
}

type Member = Pick<Actor, 'id' | 'role' | 'agency'>;

/** What waits for an agency, and within it for any of these of its people. */
export const waitingAt = (db: Executor, agency: string, people: readonly Member[]): Promise<AgendaList> =>
  listOf(db, and(eq(cases.waitsFor, agency), or(...people.map(waitingForPerson))));

/** The inbox of reception begins with what waits for the Office, whoever of them handles it. */
const waitingForPerson = (person: Member): SQL | undefined =>
  person.role === 'reception' ? sql`true` : waitingFor(person);

/** The accounts that were told of a day already. */
export async function digestsOf(db: Executor, day: string): Promise<string[]> {
  const rows = await db.select({ account: digestsSent.account }).from(digestsSent).where(eq(digestsSent.day, day));
  return rows.map(({ account }) => account);
}

export async function markDigest(db: Executor, day: string, agency: string, account: string): Promise<void> {
  await db.insert(digestsSent).values({ day, agency, account }).onConflictDoNothing();
}
