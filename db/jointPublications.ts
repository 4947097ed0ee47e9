import { and, asc, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import type { CaseEvent, EventType } from '../domain/case';
import type { Instant } from '../domain/time';
import type { CaseRow } from './cases';
import type { Executor } from './database';
import { cases } from './schema';
import { publications } from './schema/publications';
import type { SentCase } from './senders';

/**
 * The cases as they stand in public: one whose answer was given together with another's has the public address and text
 * of that one (S5), and none while that one is taken back.
 */
export async function withJointPublications<Row extends CaseRow>(db: Executor, rows: readonly Row[]): Promise<Row[]> {
  const principals = rows.flatMap(({ jointlyWith }) => (jointlyWith === null ? [] : [jointlyWith]));
  if (principals.length === 0) return [...rows];
  const shown = await db
    .select({ caseCode: publications.caseCode, number: publications.number, answer: publications.answer })
    .from(publications)
    .where(and(inArray(publications.caseCode, principals), isNotNull(publications.publishedAt)));
  return rows.map((row) => {
    if (row.jointlyWith === null) return row;
    const joint = shown.find(({ caseCode }) => caseCode === row.jointlyWith);
    return joint === undefined
      ? { ...row, publicationNumber: null, publishedAt: null, publishedAnswer: null }
      : { ...row, publicationNumber: joint.number, publishedAnswer: joint.answer };
  });
}

/** The cases that had the published answer of another before a moment, and have none of their own since. */
export async function answeredJointlyBefore(db: Executor, principal: string, at: Instant): Promise<string[]> {
  const rows = await db
    .select({ code: cases.code })
    .from(cases)
    .where(and(eq(cases.jointlyWith, principal), lt(cases.publishedAt, new Date(at))))
    .orderBy(asc(cases.code));
  return rows.map(({ code }) => code);
}

const changingWhatIsPublic: readonly EventType[] = ['publish', 'republish', 'unpublish', 'answerJointly', 'erase'];

/**
 * The cases whose public answer changes by events of the one that they were answered together with, and the systems that
 * sent them: nothing of their own tells of it. It makes no odds how they are linked now. Their rows are held, before those
 * of senders.
 */
export async function changedJointly(
  tx: Executor,
  principal: string,
  events: readonly CaseEvent[]
): Promise<SentCase[]> {
  if (!events.some(({ type }) => changingWhatIsPublic.includes(type))) return [];
  return tx
    .select({ code: cases.code, sender: cases.sender })
    .from(cases)
    .where(eq(cases.jointlyWith, principal))
    .orderBy(asc(cases.code))
    .for('update');
}
