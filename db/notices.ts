import { and, asc, eq, getTableColumns, inArray, isNotNull, ne } from 'drizzle-orm';
import type { CaseEvent } from '../domain/case';
import type { Notice } from '../domain/effects';
import type { Recipient } from '../domain/recipients';
import type { NoticeKey } from './attempts';
import type { Executor } from './database';
import { ofItsNotice } from './noticeTasks';
import { caseEvents, notices, type noticeStatuses } from './schema';
import { noticeTasks } from './schema/messages';

export type NoticeStatus = (typeof noticeStatuses)[number];
export type NoticeRow = typeof notices.$inferSelect;

/** Puts on record what an event makes known to whom. */
export async function addNotices(
  tx: Executor,
  caseCode: string,
  event: CaseEvent,
  effects: readonly Notice[],
  status: NoticeStatus
): Promise<void> {
  if (effects.length === 0) return;
  await tx.insert(notices).values(
    effects.map(({ to, template }, ordinal) => ({
      caseCode,
      seq: event.seq,
      ordinal,
      template,
      ...recipientColumns(to),
      at: new Date(event.recordedAt),
      status,
    }))
  );
}

/** What was told in a case, in order, each with the head that the chain of the case had then (R5). */
export const noticesOf = (db: Executor, caseCode: string) =>
  db
    .select({ ...getTableColumns(notices), head: caseEvents.hash })
    .from(notices)
    .innerJoin(caseEvents, and(eq(caseEvents.caseCode, notices.caseCode), eq(caseEvents.seq, notices.seq)))
    .where(eq(notices.caseCode, caseCode))
    .orderBy(asc(notices.seq), asc(notices.ordinal));

export type NoticeOfCase = Awaited<ReturnType<typeof noticesOf>>[number];

/** What one event told. */
export const noticesOfEvent = (db: Executor, caseCode: string, seq: number): Promise<NoticeRow[]> =>
  db
    .select()
    .from(notices)
    .where(and(eq(notices.caseCode, caseCode), eq(notices.seq, seq)))
    .orderBy(asc(notices.ordinal));

export async function findNotice(db: Executor, key: NoticeKey): Promise<NoticeRow | undefined> {
  const [notice] = await db.select().from(notices).where(ofKey(key));
  return notice;
}

/** Keeps how a notice stands. What is told to nobody any more stays so, whoever worked it out before that was known. */
export async function setNoticeStatus(db: Executor, key: NoticeKey, status: NoticeStatus): Promise<void> {
  await db
    .update(notices)
    .set({ status })
    .where(and(ofKey(key), ne(notices.status, 'muted')));
}

/** What the submitter of a case was still to be told is told to nobody. */
export async function muteSubmitter(db: Executor, caseCode: string): Promise<void> {
  await db
    .update(notices)
    .set({ status: 'muted' })
    .where(
      and(
        eq(notices.caseCode, caseCode),
        eq(notices.recipientKind, 'submitter'),
        inArray(notices.status, ['pending', 'failed'])
      )
    );
}

/** Has a notice that had come to its end, and was to be told, be tried again. */
export async function reopenNotice(tx: Executor, key: NoticeKey): Promise<void> {
  await tx
    .update(notices)
    .set({ status: 'pending' })
    .where(and(ofKey(key), inArray(notices.status, ['sent', 'delivered', 'failed'])));
}

const ofKey = ({ caseCode, seq, ordinal }: NoticeKey) =>
  and(eq(notices.caseCode, caseCode), eq(notices.seq, seq), eq(notices.ordinal, ordinal));

function recipientColumns(to: Recipient): { recipientKind: string; recipient: string | null } {
  switch (to.kind) {
    case 'unit':
      return { recipientKind: to.kind, recipient: to.agency };
    case 'account':
      return { recipientKind: to.kind, recipient: to.id };
    case 'submitter':
    case 'leadership':
      return { recipientKind: to.kind, recipient: null };
  }
}

/** Whom a notice on record is for. */
export function recipientOf({ recipientKind, recipient }: Pick<NoticeRow, 'recipientKind' | 'recipient'>): Recipient {
  switch (recipientKind) {
    case 'submitter':
    case 'leadership':
      return { kind: recipientKind };
    case 'unit':
      return { kind: recipientKind, agency: recipient ?? '' };
    case 'account':
      return { kind: recipientKind, id: recipient ?? '' };
    default:
      throw new Error(`nobody knows whom a notice to "${recipientKind}" is for`);
  }
}

/** The events of a case, or those of these numbers, whose notices have not reached everybody yet, in order. */
export const undeliveredOf = async (db: Executor, caseCode: string, seqs?: readonly number[]): Promise<number[]> =>
  (
    await db
      .selectDistinct({ seq: notices.seq })
      .from(notices)
      .where(
        and(
          eq(notices.caseCode, caseCode),
          eq(notices.status, 'pending'),
          seqs === undefined ? undefined : inArray(notices.seq, [...seqs])
        )
      )
      .orderBy(asc(notices.seq))
  ).map(({ seq }) => seq);

/** The same of all cases. */
export const undelivered = (db: Executor): Promise<{ caseCode: string; seq: number }[]> =>
  db
    .selectDistinct({ caseCode: notices.caseCode, seq: notices.seq })
    .from(notices)
    .where(eq(notices.status, 'pending'));

/** Those of them that were to go on since somebody mended an address. */
export const undeliveredThoughMended = (db: Executor): Promise<{ caseCode: string; seq: number }[]> =>
  db
    .selectDistinct({ caseCode: notices.caseCode, seq: notices.seq })
    .from(notices)
    .innerJoin(noticeTasks, ofItsNotice)
    .where(and(eq(notices.status, 'pending'), eq(noticeTasks.kind, 'address'), isNotNull(noticeTasks.closedAt)));
