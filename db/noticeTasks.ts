import { and, asc, arrayContains, eq, gt, isNull, type SQL } from 'drizzle-orm';
import type { NoticeTaskKind } from '../domain/informing';
import { SERVICE } from '../domain/roles';
import type { Instant, LocalDate } from '../domain/time';
import type { NoticeKey } from './attempts';
import type { Executor } from './database';
import { cases } from './schema';
import { noticeTasks } from './schema/messages';

export type NoticeTask = typeof noticeTasks.$inferSelect;

const ofNotice = ({ caseCode, seq, ordinal }: NoticeKey): SQL | undefined =>
  and(eq(noticeTasks.caseCode, caseCode), eq(noticeTasks.seq, seq), eq(noticeTasks.ordinal, ordinal));

/**
 * Leaves something to a person. What the service itself took back is opened again; what a person has done stays done.
 * Nothing is left of a case whose submitter was erased: nobody knows any more whom it is about.
 */
export async function openTask(
  tx: Executor,
  { caseCode, seq, ordinal }: NoticeKey,
  kind: NoticeTaskKind,
  at: Instant
): Promise<void> {
  if (await isErased(tx, caseCode)) return;
  const opened = { openedAt: new Date(at), closedAt: null, closedBy: null, note: null };
  await tx
    .insert(noticeTasks)
    .values({ caseCode, seq, ordinal, kind, openedAt: new Date(at) })
    .onConflictDoUpdate({
      target: [noticeTasks.caseCode, noticeTasks.seq, noticeTasks.ordinal, noticeTasks.kind],
      set: opened,
      // A letter that was sent informs for good; an address may turn out wrong again.
      ...(kind === 'letter' ? { setWhere: eq(noticeTasks.closedBy, SERVICE) } : {}),
    });
}

/** Waits for an erasure that is under way, and holds up one that comes after: it closes what is opened here. */
async function isErased(tx: Executor, code: string): Promise<boolean> {
  const [row] = await tx.select({ state: cases.state }).from(cases).where(eq(cases.code, code)).for('share');
  return row?.state.erased === true;
}

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

/** Closes an open task; answers whether it was open. */
export async function closeTask(tx: Executor, id: number, { at, by, sentOn, number, note }: Done): Promise<boolean> {
  const closed = await tx
    .update(noticeTasks)
    .set({ closedAt: new Date(at), closedBy: by, sentOn: sentOn ?? null, number: number ?? null, note })
    .where(and(eq(noticeTasks.id, id), isNull(noticeTasks.closedAt)))
    .returning({ id: noticeTasks.id });
  return closed.length > 0;
}

export async function findTask(db: Executor, id: number): Promise<NoticeTask | undefined> {
  const [task] = await db.select().from(noticeTasks).where(eq(noticeTasks.id, id));
  return task;
}

/** What is or was left to a person in a case. */
export const tasksOf = (db: Executor, caseCode: string): Promise<NoticeTask[]> =>
  db.select().from(noticeTasks).where(eq(noticeTasks.caseCode, caseCode)).orderBy(asc(noticeTasks.id));

/** One page of the open tasks, the oldest first; of all cases, or of those in which an agency takes part. */
export async function openTasks(
  db: Executor,
  { kind, agency, after }: { kind?: NoticeTaskKind | undefined; agency: string | null; after: number },
  limit: number
): Promise<NoticeTask[]> {
  const rows = await db
    .select({ task: noticeTasks })
    .from(noticeTasks)
    .innerJoin(cases, eq(cases.code, noticeTasks.caseCode))
    .where(
      and(
        isNull(noticeTasks.closedAt),
        gt(noticeTasks.id, after),
        kind === undefined ? undefined : eq(noticeTasks.kind, kind),
        agency === null ? undefined : arrayContains(cases.agencies, [agency])
      )
    )
    .orderBy(asc(noticeTasks.id))
    .limit(limit);
  return rows.map(({ task }) => task);
}
