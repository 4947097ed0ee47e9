import { and, asc, desc, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { Sealed } from '../secrets/sealed';
import type { mappings } from '../news/kinds';
import type { Executor } from './database';
import { deliveries, subscribers, subscriberSecrets } from './schema/subscribers';

export type Subscriber = typeof subscribers.$inferSelect;
export type Mapping = (typeof mappings)[number];

/** A subscriber, and how many of its messages wait or were given up. */
export type SubscriberWithQueue = Subscriber & { readonly pending: number; readonly givenUp: number };

const counted = (status: 'pending' | 'givenUp') =>
  sql<number>`(select count(*)::int from ${deliveries} where ${deliveries.subscriber} = ${subscribers}.id and ${deliveries.status} = ${status})`;

/** All that were not removed, or the one of this id. */
export const subscribersWithQueues = (db: Executor, id?: string): Promise<SubscriberWithQueue[]> =>
  db
    .select({ subscriber: subscribers, pending: counted('pending'), givenUp: counted('givenUp') })
    .from(subscribers)
    .where(and(isNull(subscribers.removedAt), id === undefined ? undefined : eq(subscribers.id, id)))
    .orderBy(asc(subscribers.createdAt), asc(subscribers.id))
    .then((rows) => rows.map(({ subscriber, ...counts }) => ({ ...subscriber, ...counts })));

export async function findSubscriber(db: Executor, id: string): Promise<Subscriber | undefined> {
  const [row] = await db
    .select()
    .from(subscribers)
    .where(and(eq(subscribers.id, id), isNull(subscribers.removedAt)));
  return row;
}

/** The subscriber that is a named partner, where one was registered. */
export async function findPartner(db: Executor, mapping: Mapping): Promise<Subscriber | undefined> {
  const [row] = await db
    .select()
    .from(subscribers)
    .where(and(eq(subscribers.mapping, mapping), isNull(subscribers.removedAt)));
  return row;
}

/** Puts a new subscriber down. */
export async function addSubscriber(tx: Executor, subscriber: typeof subscribers.$inferInsert): Promise<void> {
  await tx.insert(subscribers).values(subscriber);
}

/** Changes what is given of a subscriber, and leaves the rest. */
export async function changeSubscriber(
  tx: Executor,
  id: string,
  change: Partial<typeof subscribers.$inferInsert>
): Promise<void> {
  await tx.update(subscribers).set(change).where(eq(subscribers.id, id));
}

/**
 * Whether a subscriber is as it was when it was read: on, at the same address, with as many failures; its row is held where
 * it is. Who takes failures back wants to be heard of again, whatever a try that had left before comes to.
 */
export async function holdUnchanged(
  tx: Executor,
  { id, url, failures, heldUntil }: Pick<Subscriber, 'id' | 'url' | 'failures' | 'heldUntil'>
): Promise<boolean> {
  const held = await tx
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(
      and(
        eq(subscribers.id, id),
        isNull(subscribers.removedAt),
        subscribers.enabled,
        eq(subscribers.url, url),
        eq(subscribers.failures, failures),
        heldUntil === null ? isNull(subscribers.heldUntil) : eq(subscribers.heldUntil, heldUntil)
      )
    )
    .for('update');
  return held.length > 0;
}

/** A new secret; those before it still sign until a moment. */
export async function addSecret(tx: Executor, subscriber: string, secret: Sealed, othersEndAt: Date): Promise<void> {
  await tx
    .update(subscriberSecrets)
    .set({ endsAt: othersEndAt })
    .where(and(eq(subscriberSecrets.subscriber, subscriber), isNull(subscriberSecrets.endsAt)));
  await tx.insert(subscriberSecrets).values({ subscriber, ...secret });
}

/** The secrets that sign at a moment, encrypted, the newest first. */
export const secretsOf = (db: Executor, subscriber: string, at: Date): Promise<Sealed[]> =>
  db
    .select({ keyId: subscriberSecrets.keyId, sealed: subscriberSecrets.sealed })
    .from(subscriberSecrets)
    .where(
      and(
        eq(subscriberSecrets.subscriber, subscriber),
        or(isNull(subscriberSecrets.endsAt), gt(subscriberSecrets.endsAt, at))
      )
    )
    .orderBy(desc(subscriberSecrets.id));

/** Those for whom messages wait. */
export async function waitingSubscribers(db: Executor): Promise<string[]> {
  const rows = await db
    .select({ id: deliveries.subscriber })
    .from(deliveries)
    .innerJoin(subscribers, and(eq(subscribers.id, deliveries.subscriber), subscribers.enabled))
    .where(eq(deliveries.status, 'pending'))
    .groupBy(deliveries.subscriber);
  return rows.map(({ id }) => id);
}
