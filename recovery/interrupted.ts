import { eq, gte, max, sql } from 'drizzle-orm';
import { CaseNotRunning } from '../reachingCases';
import type { CaseClient } from '../client';
import type { Database } from '../db/database';
import { caseEvents, cases } from '../db/schema';
import type { TrainingClock } from '../domain/trainingClock';

/** Milliseconds: a task that was lost with its worker wrote this long before the end of the record, at the most. */
const LATE_MILLIS = 300_000;

/**
 * The codes of the cases of which something was recorded in the last minutes in which anything was.
 * @param clock the one of the record.
 */
export async function recordedLately(db: Database, clock: TrainingClock | null): Promise<string[]> {
  const stretch = `${String(LATE_MILLIS * (clock?.speed ?? 1))} milliseconds`;
  const latest = db.select({ at: max(caseEvents.recordedAt) }).from(caseEvents);
  const rows = await db
    .selectDistinct({ code: caseEvents.caseCode })
    .from(caseEvents)
    .where(gte(caseEvents.recordedAt, sql`(${latest}) - ${stretch}::interval`));
  return rows.map(({ code }) => code);
}

/**
 * Has a case look at its record, if that goes further than it knows: its worker and whoever asked ended between the
 * record and the answer; also one that the record has ended, and that does not know. An act that is sent again heals that too; this is for those that nobody sends again.
 * @returns whether it does. @throws NoAnswer
 */
export async function tellIfInterrupted(
  db: Database,
  client: Pick<CaseClient, 'lookAtRecord'>,
  code: string
): Promise<boolean> {
  const [row] = await db.select({ seq: cases.seq }).from(cases).where(eq(cases.code, code));
  if (row === undefined) return false;
  try {
    return await client.lookAtRecord(code, row.seq);
  } catch (error) {
    // A case that has ended has nothing to look for.
    if (error instanceof CaseNotRunning) return false;
    throw error;
  }
}
