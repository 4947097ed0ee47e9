import { and, asc, eq, lt, lte, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Outcome, Told } from '../news/told';
import type { Executor } from './database';
import { deliveries } from './schema/subscribers';
import type { Delivery } from './subscriberDeliveries';

const pendingOf = (subscriber: string) => and(eq(deliveries.subscriber, subscriber), eq(deliveries.status, 'pending'));

/** Of each case the earliest message that waits: so messages of a case stay in order. */
function nextOf(db: Executor, subscriber: string) {
  const earlier = alias(deliveries, 'earlier');
  return and(
    pendingOf(subscriber),
    notExists(
      db
        .select({ one: sql`1` })
        .from(earlier)
        .where(
          and(
            eq(earlier.subscriber, subscriber),
            eq(earlier.status, 'pending'),
            eq(earlier.caseCode, deliveries.caseCode),
            lt(earlier.id, deliveries.id)
          )
        )
    )
  );
}

/** What may leave now. */
export async function dueDeliveries(db: Executor, subscriber: string, limit: number): Promise<Told[]> {
  const rows = await db
    .select()
    .from(deliveries)
    .where(and(nextOf(db, subscriber), lte(deliveries.dueAt, sql`now()`)))
    .orderBy(asc(deliveries.id))
    .limit(limit);
  return rows.map(({ createdAt, ...row }) => ({ ...row, recordedAt: createdAt }));
}

/** Milliseconds until the next message that waits is due; null where none waits. */
export async function nextDueIn(db: Executor, subscriber: string): Promise<number | null> {
  const [row] = await db
    .select({ millis: sql<number | null>`(extract(epoch from min(${deliveries.dueAt}) - now()) * 1000)::float` })
    .from(deliveries)
    .where(nextOf(db, subscriber));
  return row?.millis ?? null;
}

/**
 * Puts down what a try came to, unless the message was queued again as another one meanwhile.
 * @param retryIn milliseconds; null where it is given up.
 */
export async function settle(
  db: Executor,
  { id, messageId }: Pick<Delivery, 'id' | 'messageId'>,
  outcome: Exclude<Outcome, { kind: 'gone' }>,
  retryIn: number | null
): Promise<void> {
  const told = {
    attempts: sql`${deliveries.attempts} + 1`,
    httpStatus: 'httpStatus' in outcome ? (outcome.httpStatus ?? null) : null,
    detail: 'detail' in outcome ? (outcome.detail ?? null) : null,
  };
  const settled =
    outcome.kind !== 'failed'
      ? { status: outcome.kind, settledAt: sql`now()` }
      : retryIn === null
        ? { status: 'givenUp' as const, settledAt: sql`now()` }
        : { dueAt: sql`now() + ${retryIn} * interval '1 millisecond'` };
  await db
    .update(deliveries)
    .set({ ...told, ...settled })
    .where(and(eq(deliveries.id, id), eq(deliveries.messageId, messageId), eq(deliveries.status, 'pending')));
}

/** Nobody waits for the end of a pause any more: the subscriber answers again. */
export async function hurry(db: Executor, subscriber: string): Promise<void> {
  await db
    .update(deliveries)
    .set({ dueAt: sql`now()` })
    .where(pendingOf(subscriber));
}

/** Gives up everything that waits; it is kept, and can be sent again. */
export async function giveUp(db: Executor, subscriber: string, detail: string): Promise<void> {
  await db
    .update(deliveries)
    .set({ status: 'givenUp', detail, settledAt: sql`now()` })
    .where(pendingOf(subscriber));
}
