import { and, eq, gt, inArray, isNull, lte, ne, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { LocalDate } from '../domain/time';
import type { Outgoing } from '../news/outgoing';
import type { Executor } from './database';
import { deliveries, subscribers } from './schema/subscribers';
import type { Delivery } from './subscriberDeliveries';

/** A message that is to leave as if it had never been sent. */
const queued = { status: 'pending' as const, attempts: 0, queuedAt: sql`now()`, dueAt: sql`now()`, settledAt: null };

/** Somebody for whom news was queued, and whether it may wake the queue. */
export interface QueuedFor {
  readonly subscriber: string;
  readonly awake: boolean;
}

/**
 * Queues what happened to a case for whoever has subscribed to it, once however often it is asked, and answers who that is.
 * For one that is switched off it waits: a withdrawal of these days must reach whoever was given the text before them.
 * For one that said itself that it wants nothing more, and is not a named partner, nothing does.
 * One statement, which finds nothing to do where nobody has subscribed.
 */
export async function queueNews(tx: Executor, caseCode: string, outgoing: readonly Outgoing[]): Promise<QueuedFor[]> {
  if (outgoing.length === 0) return [];
  return tx.execute<{ subscriber: string; awake: boolean }>(sql`
    with queued as (
      insert into ${deliveries} (subscriber, message_id, case_code, seq, type, day, news)
      select s.id, 'msg_' || gen_random_uuid(), ${caseCode}, (o->>'seq')::int, o->>'type', (o->>'day')::date, o->'news'
      from ${subscribers} s, jsonb_array_elements(${JSON.stringify(outgoing)}::jsonb) o
      where s.removed_at is null
        and (s.gone_at is null or s.mapping <> 'events')
        and (s.types = '{}' or o->>'type' = any (s.types))
        and (s.agencies = '{}' or o->'agencies' ?| s.agencies)
      order by (o->>'seq')::int
      on conflict do nothing
      returning subscriber
    )
    select distinct subscriber, ${isAwake} as awake from queued join ${subscribers} on ${subscribers.id} = subscriber`);
}

/**
 * One that does not answer looks at its queue by itself when its rest ends; the signals of a night's alarms, which nobody
 * would heed, are more than a run may be sent.
 */
const isAwake = sql<boolean>`${and(subscribers.enabled, or(isNull(subscribers.heldUntil), lte(subscribers.heldUntil, sql`now()`)))}`;

/** Whose queues, of these, news may wake by now. */
export async function awakeAmong(db: Executor, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(and(inArray(subscribers.id, [...ids]), isAwake));
  return rows.map(({ id }) => id);
}

/**
 * Queues the latest message about each of some cases again for partners, as another one: what it tells beside the event has
 * changed. Answers for whom it did.
 */
export async function queueAgain(tx: Executor, codes: readonly string[]): Promise<QueuedFor[]> {
  if (codes.length === 0) return [];
  const later = alias(deliveries, 'later');
  return tx
    .update(deliveries)
    .set({ ...queued, messageId: sql`'msg_' || gen_random_uuid()` })
    .from(subscribers)
    .where(
      and(
        eq(subscribers.id, deliveries.subscriber),
        ne(subscribers.mapping, 'events'),
        isNull(subscribers.removedAt),
        inArray(deliveries.caseCode, [...codes]),
        ne(deliveries.status, 'notConcerned'),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(later)
            .where(
              and(
                eq(later.subscriber, deliveries.subscriber),
                eq(later.caseCode, deliveries.caseCode),
                gt(later.seq, deliveries.seq)
              )
            )
        )
      )
    )
    .returning({ subscriber: deliveries.subscriber, awake: isAwake });
}

/** Whose queues, that news may wake, events of a case stand in, unsent. */
export async function waitingFor(db: Executor, caseCode: string, seqs: readonly number[]): Promise<string[]> {
  const rows = await db
    .select({ subscriber: deliveries.subscriber })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriber))
    .where(
      and(
        eq(deliveries.caseCode, caseCode),
        inArray(deliveries.seq, [...seqs]),
        eq(deliveries.status, 'pending'),
        isAwake
      )
    )
    .groupBy(deliveries.subscriber);
  return rows.map(({ subscriber }) => subscriber);
}

export async function queueTest(
  tx: Executor,
  subscriber: string,
  messageId: string,
  day: LocalDate
): Promise<Delivery> {
  const [row] = await tx.insert(deliveries).values({ subscriber, messageId, type: 'ping', day }).returning();
  if (row === undefined) throw new Error('the test message was not returned');
  return row;
}

/** Queues messages again that were given up, refused or taken: those of these ids, or all that were given up. Answers how many. */
export async function resend(tx: Executor, subscriber: string, ids: readonly number[] | null): Promise<number> {
  const chosen =
    ids === null
      ? eq(deliveries.status, 'givenUp')
      : and(inArray(deliveries.id, [...ids]), ne(deliveries.status, 'pending'));
  const rows = await tx
    .update(deliveries)
    .set(queued)
    .where(and(eq(deliveries.subscriber, subscriber), chosen))
    .returning({ id: deliveries.id });
  return rows.length;
}
