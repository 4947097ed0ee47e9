import { and, asc, desc, eq, isNull, or } from 'drizzle-orm';
import { mayBecome, type AttemptResult, type MessageChannel } from '../domain/informing';
import type { Instant } from '../domain/time';
import type { Executor } from './database';
import { noticeAttempts } from './schema/messages';

export type AttemptRow = typeof noticeAttempts.$inferSelect;

/** A notice of an event. */
export interface NoticeKey {
  readonly caseCode: string;
  readonly seq: number;
  readonly ordinal: number;
}

/** One way of telling a notice to one person. */
export interface Way extends NoticeKey {
  readonly person: string;
  readonly channel: MessageChannel;
}

const ofNotice = ({ caseCode, seq, ordinal }: NoticeKey) =>
  and(eq(noticeAttempts.caseCode, caseCode), eq(noticeAttempts.seq, seq), eq(noticeAttempts.ordinal, ordinal));

const onWay = (way: Way) =>
  and(ofNotice(way), eq(noticeAttempts.person, way.person), eq(noticeAttempts.channel, way.channel));

/** Every try to tell what a case had to tell, in order; of one event or of all. */
export const attemptsOf = (db: Executor, caseCode: string, seq?: number): Promise<AttemptRow[]> =>
  db
    .select()
    .from(noticeAttempts)
    .where(and(eq(noticeAttempts.caseCode, caseCode), seq === undefined ? undefined : eq(noticeAttempts.seq, seq)))
    .orderBy(asc(noticeAttempts.startedAt), asc(noticeAttempts.attempt));

/** The latest try on a way. */
export async function lastAttempt(db: Executor, way: Way): Promise<AttemptRow | undefined> {
  const [row] = await db.select().from(noticeAttempts).where(onWay(way)).orderBy(desc(noticeAttempts.attempt)).limit(1);
  return row;
}

/** Puts on record that a try begins, before anything leaves. */
export async function beginAttempt(
  db: Executor,
  way: Way,
  { attempt, messageId, at }: Pick<AttemptRow, 'attempt' | 'messageId'> & { readonly at: Instant }
): Promise<void> {
  await db.insert(noticeAttempts).values({ ...way, attempt, messageId, at: new Date(at), result: 'started' });
}

export interface Settlement {
  readonly result: AttemptResult;
  readonly providerId?: string | undefined;
  readonly detail?: string | undefined;
  readonly at: Instant;
}

/** Puts on record what came of a try. A receipt that was faster stays; what the provider calls the message is kept. */
export async function finishAttempt(tx: Executor, way: Way, attempt: number, settled: Settlement): Promise<void> {
  const own = and(onWay(way), eq(noticeAttempts.attempt, attempt));
  if (settled.providerId !== undefined)
    await tx.update(noticeAttempts).set({ providerId: settled.providerId }).where(own);
  await tx
    .update(noticeAttempts)
    .set({ result: settled.result, detail: settled.detail ?? null, settledAt: new Date(settled.at) })
    .where(and(own, eq(noticeAttempts.result, 'started')));
}

/** How a receipt names its message: by our id, by the provider's, or both. */
export interface ReceiptOf {
  readonly channel: MessageChannel;
  readonly messageId?: string | undefined;
  readonly providerId?: string | undefined;
}

/**
 * Takes in what became of a message, in the transaction that does what follows from it. Answers the try that it belongs
 * to, and whether that changed it; undefined where no try is known by these names.
 */
export async function settleAttempt(
  tx: Executor,
  { channel, messageId, providerId }: ReceiptOf,
  receipt: { readonly result: 'delivered' | 'bounced'; readonly detail: string | null; readonly at: Instant }
): Promise<{ readonly attempt: AttemptRow; readonly changed: boolean } | undefined> {
  const named = or(
    messageId === undefined ? undefined : eq(noticeAttempts.messageId, messageId),
    providerId === undefined ? undefined : eq(noticeAttempts.providerId, providerId)
  );
  if (named === undefined) return undefined;
  const [attempt] = await tx
    .select()
    .from(noticeAttempts)
    .where(and(eq(noticeAttempts.channel, channel), named))
    .orderBy(desc(noticeAttempts.attempt))
    .limit(1)
    .for('update');
  if (attempt === undefined) return undefined;
  const changed = mayBecome(attempt.result, receipt.result);
  if (changed)
    await tx
      .update(noticeAttempts)
      .set({
        result: receipt.result,
        detail: receipt.detail,
        settledAt: new Date(receipt.at),
        ...(providerId === undefined ? {} : { providerId }),
      })
      .where(and(onWay(attempt), eq(noticeAttempts.attempt, attempt.attempt)));
  return { attempt, changed };
}

/** Tries on a channel that were never answered, the latest first: a receipt may still tell what became of them. */
export const unansweredAttempts = (db: Executor, channel: MessageChannel): Promise<AttemptRow[]> =>
  db
    .select()
    .from(noticeAttempts)
    .where(
      and(
        eq(noticeAttempts.channel, channel),
        isNull(noticeAttempts.providerId),
        or(eq(noticeAttempts.result, 'unknown'), eq(noticeAttempts.result, 'started'))
      )
    )
    .orderBy(desc(noticeAttempts.startedAt))
    .limit(1_000);
