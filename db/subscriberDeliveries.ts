import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { deliveryStatuses } from '../news/kinds';
import type { Executor } from './database';
import { deliveries } from './schema/subscribers';

export type Delivery = typeof deliveries.$inferSelect;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** One page of a subscriber's messages, the latest first. */
export const listDeliveries = (
  db: Executor,
  subscriber: string,
  { status, before }: { readonly status?: DeliveryStatus | undefined; readonly before?: number | undefined },
  limit: number
): Promise<Delivery[]> =>
  db
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.subscriber, subscriber),
        status === undefined ? undefined : eq(deliveries.status, status),
        before === undefined ? undefined : lt(deliveries.id, before)
      )
    )
    .orderBy(desc(deliveries.id))
    .limit(limit);

/** For how long messages that were taken are kept. */
export const KEPT_DAYS = 90;

/** Forgets messages that were taken long ago. What was refused or given up is kept for a person to look at. */
export async function purgeSubscriberDeliveries(db: Executor): Promise<void> {
  await db
    .delete(deliveries)
    .where(
      and(
        inArray(deliveries.status, ['accepted', 'notConcerned']),
        lt(deliveries.settledAt, sql`now() - ${KEPT_DAYS} * interval '1 day'`)
      )
    );
}
