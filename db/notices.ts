import { and, asc, eq } from 'drizzle-orm';
import type { CaseEvent } from '../domain/case';
import type { Notice, Recipient } from '../domain/effects';
import type { Database, Executor } from './database';
import { notices, type noticeStatuses } from './schema';

type NoticeStatus = (typeof noticeStatuses)[number];

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

/** What was told in a case, in order. */
export const noticesOf = (db: Database, caseCode: string) =>
  db.select().from(notices).where(eq(notices.caseCode, caseCode)).orderBy(asc(notices.seq), asc(notices.ordinal));

/** What of an event is still to be sent. */
export const pendingNotices = (db: Database, caseCode: string, seq: number) =>
  db
    .select()
    .from(notices)
    .where(and(eq(notices.caseCode, caseCode), eq(notices.seq, seq), eq(notices.status, 'pending')));

/** The notice has left us. */
export async function markSent(db: Database, { caseCode, seq, ordinal }: typeof notices.$inferSelect): Promise<void> {
  await db
    .update(notices)
    .set({ status: 'sent' })
    .where(and(eq(notices.caseCode, caseCode), eq(notices.seq, seq), eq(notices.ordinal, ordinal)));
}

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
