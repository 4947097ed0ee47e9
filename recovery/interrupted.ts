import { and, eq, gte, max, sql } from 'drizzle-orm';
import { CaseNotRunning, type CaseClient } from '../client';
import type { Database } from '../db/database';
import { caseEvents, cases } from '../db/schema';
import type { TrainingClock } from '../domain/trainingClock';

/** Milliseconds: a task that was lost with its worker wrote this long before the end of the record, at the most. */
const LATE_MILLIS = 300_000;

/**
 * The codes of the open cases of which something was recorded in the last minutes in which anything was.
 * @param clock the one of the record.
 */
export async function recordedLately(db: Database, clock: TrainingClock | null): Promise<string[]> {
  const stretch = `${String(LATE_MILLIS * (clock?.speed ?? 1))} milliseconds`;
  const latest = db.select({ at: max(caseEvents.recordedAt) }).from(caseEvents);
  const rows = await db
    .selectDistinct({ code: cases.code })
    .from(caseEvents)
    .innerJoin(cases, eq(cases.code, caseEvents.caseCode))
    .where(and(gte(caseEvents.recordedAt, sql`(${latest}) - ${stretch}::interval`), eq(cases.open, true)));
  return rows.map(({ code }) => code);
}

/**
 * Has a case look at its record, if that goes further than it knows: its worker and whoever asked ended between the
 * record and the answer. An act that is sent again heals that too; this is for those that nobody sends again.
 * @returns whether it does. @throws NoAnswer
 */
export async function tellIfInterrupted(
  db: Database,
  client: Pick<CaseClient, 'lookAtRecord'>,
  code: string
): Promise<boolean> {
  const [row] = await db
    .select({ seq: cases.seq })
    .from(cases)
    .where(and(eq(cases.code, code), eq(cases.open, true)));
  if (row === undefined) return false;
  try {
    return await client.lookAtRecord(code, row.seq);
  } catch (error) {
    // A case that has ended meanwhile has nothing to look for.
    if (error instanceof CaseNotRunning) return false;
    throw error;
  }
}
