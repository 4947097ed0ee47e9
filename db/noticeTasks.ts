import { and, asc, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm';
import type { NoticeTemplate } from '../domain/effects';
import type { NoticeTaskKind } from '../domain/informing';
import { SERVICE } from '../domain/roles';
import type { Instant, LocalDate } from '../domain/time';
import type { AttemptRow, NoticeKey, Way } from './attempts';
import { correctionsOf } from './contacts';
import type { Executor } from './database';
import { cases, notices } from './schema';
import { noticeTasks } from './schema/messages';

export type NoticeTask = typeof noticeTasks.$inferSelect;

const ofNotice = ({ caseCode, seq, ordinal }: NoticeKey): SQL | undefined =>
  and(eq(noticeTasks.caseCode, caseCode), eq(noticeTasks.seq, seq), eq(noticeTasks.ordinal, ordinal));

/** Joins a task with the notice that it is about. */
export const ofItsNotice = and(
  eq(noticeTasks.caseCode, notices.caseCode),
  eq(noticeTasks.seq, notices.seq),
  eq(noticeTasks.ordinal, notices.ordinal)
);

/**
 * Leaves a letter to a person. What the service itself took back is opened again; what a person has done stays done: a
 * letter that was sent informs for good.
 */
export const openLetter = (tx: Executor, key: NoticeKey, at: Instant): Promise<void> =>
  openTask(tx, key, 'letter', at, eq(noticeTasks.closedBy, SERVICE));

/** Leaves it to a person to mend the address that a try went to, and again where it turns out wrong again; not where somebody has mended it since. */
export async function openAddress(tx: Executor, attempt: Way & Pick<AttemptRow, 'at'>, at: Instant): Promise<void> {
  const { caseCode, channel } = attempt;
  if (await isErased(tx, caseCode)) return;
  const corrections = await correctionsOf(tx, caseCode);
  const isMended = corrections.some(
    (one) => (channel === 'email' ? one.email : one.phone) !== null && one.at >= attempt.at
  );
  if (!isMended) await openTask(tx, attempt, 'address', at);
}

async function openTask(
  tx: Executor,
  { caseCode, seq, ordinal }: NoticeKey,
  kind: NoticeTaskKind,
  at: Instant,
  reopensWhere?: SQL
): Promise<void> {
  const opened = { openedAt: new Date(at), closedAt: null, closedBy: null, note: null };
  await tx
    .insert(noticeTasks)
    .values({ caseCode, seq, ordinal, kind, openedAt: new Date(at) })
    .onConflictDoUpdate({
      target: [noticeTasks.caseCode, noticeTasks.seq, noticeTasks.ordinal, noticeTasks.kind],
      set: opened,
      ...(reopensWhere === undefined ? {} : { setWhere: reopensWhere }),
    });
}

/**
 * Waits for an erasure that is under way, or for somebody who settles tasks, and holds up whoever comes after. Of an erased
 * case nothing is left to people: nobody knows any more whom it is about.
 */
export async function isErased(tx: Executor, code: string): Promise<boolean> {
  const [row] = await tx.select({ state: cases.state }).from(cases).where(eq(cases.code, code)).for('share');
  return row?.state.erased === true;
}

/** Has whoever settles tasks of a case come one after the other, and tries and plans before or after. */
export const holdTasks = (tx: Executor, code: string) =>
  tx.select({ code: cases.code }).from(cases).where(eq(cases.code, code)).for('no key update');

/** Takes back what is no longer needed. */
export async function liftTasks(tx: Executor, key: NoticeKey, kind: NoticeTaskKind, at: Instant): Promise<void> {
  await tx
    .update(noticeTasks)
    .set({ closedAt: new Date(at), closedBy: SERVICE, note: 'no longer needed' })
    .where(and(ofNotice(key), eq(noticeTasks.kind, kind), isNull(noticeTasks.closedAt)));
}

export interface Done {
  readonly at: Instant;
  readonly by: string;
  readonly sentOn?: LocalDate;
  readonly number?: string;
  readonly note: string | null;
}

/** Closes tasks that are open, and held. */
export async function closeTasks(
  tx: Executor,
  ids: readonly number[],
  { at, by, sentOn, number, note }: Done
): Promise<void> {
  await tx
    .update(noticeTasks)
    .set({ closedAt: new Date(at), closedBy: by, sentOn: sentOn ?? null, number: number ?? null, note })
    .where(inArray(noticeTasks.id, [...ids]));
}

/** The task of an id, open or closed. */
export async function findTask(db: Executor, id: number): Promise<NoticeTask | undefined> {
  const [task] = await db.select().from(noticeTasks).where(eq(noticeTasks.id, id));
  return task;
}

/** What is or was left to a person in a case. */
export const tasksOf = (db: Executor, caseCode: string): Promise<NoticeTask[]> =>
  db.select().from(noticeTasks).where(eq(noticeTasks.caseCode, caseCode)).orderBy(asc(noticeTasks.id));

/** The events of a case of which somebody is still to tell by letter what a template tells. */
export const openLettersOf = async (db: Executor, caseCode: string, template: NoticeTemplate): Promise<number[]> =>
  (
    await db
      .selectDistinct({ seq: noticeTasks.seq })
      .from(noticeTasks)
      .innerJoin(notices, ofItsNotice)
      .where(
        and(
          eq(noticeTasks.caseCode, caseCode),
          eq(noticeTasks.kind, 'letter'),
          isNull(noticeTasks.closedAt),
          eq(notices.template, template)
        )
      )
  ).map(({ seq }) => seq);

/** One page of the open tasks and what their notices tell, the oldest first; of all cases, or of those that an agency leads. */
export function openTasks(
  db: Executor,
  { kind, lead, after }: { kind?: NoticeTaskKind | undefined; lead: string | null; after: number },
  limit: number
): Promise<{ task: NoticeTask; template: NoticeTemplate }[]> {
  return db
    .select({ task: noticeTasks, template: notices.template })
    .from(noticeTasks)
    .innerJoin(notices, ofItsNotice)
    .innerJoin(cases, eq(cases.code, noticeTasks.caseCode))
    .where(
      and(
        isNull(noticeTasks.closedAt),
        gt(noticeTasks.id, after),
        kind === undefined ? undefined : eq(noticeTasks.kind, kind),
        lead === null ? undefined : eq(cases.leadAgency, lead)
      )
    )
    .orderBy(asc(noticeTasks.id))
    .limit(limit);
}
