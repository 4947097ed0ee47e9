import { and, arrayContains, asc, eq, gt, lte, or } from 'drizzle-orm';
import type { Executor } from './database';
import { cases } from './schema';
import { digestsSent } from './schema/messages';

/** A case as a line of somebody's day. */
export interface AgendaCase {
  readonly code: string;
  readonly title: string;
  readonly officer: string | null;
  readonly status: string;
  readonly urgency: Date;
}

const line = {
  code: cases.code,
  title: cases.title,
  officer: cases.officer,
  status: cases.status,
  urgency: cases.urgency,
};

/** Longer lists are read in the service itself. */
const MOST = 200;

/** What a day brings to an agency: what ends by its last moment, what is overdue, what lies in its inbox. */
export async function agendaOf(db: Executor, agency: string, now: Date, endOfDay: Date) {
  const ofAgency = and(eq(cases.open, true), or(eq(cases.waitsFor, agency), arrayContains(cases.agencies, [agency])));
  const list = (condition: ReturnType<typeof and>): Promise<AgendaCase[]> =>
    db.select(line).from(cases).where(condition).orderBy(asc(cases.urgency), asc(cases.code)).limit(MOST);
  const [dueToday, overdue, waiting] = await Promise.all([
    list(and(ofAgency, gt(cases.urgency, now), lte(cases.urgency, endOfDay))),
    list(and(ofAgency, eq(cases.overdue, true))),
    list(and(eq(cases.open, true), eq(cases.waitsFor, agency))),
  ]);
  return { dueToday, overdue, waiting };
}

/** Who of an agency was told of a day already. */
export async function digestsOf(db: Executor, day: string): Promise<string[]> {
  const rows = await db.select({ account: digestsSent.account }).from(digestsSent).where(eq(digestsSent.day, day));
  return rows.map(({ account }) => account);
}

export async function markDigest(db: Executor, day: string, agency: string, account: string): Promise<void> {
  await db.insert(digestsSent).values({ day, agency, account }).onConflictDoNothing();
}
