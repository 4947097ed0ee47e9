import { and, asc, desc, eq, isNotNull, lt, ne } from 'drizzle-orm';
import type { LocalDate } from '../domain/time';
import type { CaseNews } from '../news/outgoing';
import type { Executor } from './database';
import type { DeliveryStatus } from './subscriberDeliveries';
import { deliveries, reconciliations } from './schema/subscribers';

export type Reconciliation = typeof reconciliations.$inferSelect;

/** The newest message of a day about a case. */
export interface NewestOfDay {
  readonly delivery: number;
  readonly caseCode: string;
  readonly type: string;
  readonly status: DeliveryStatus;
  readonly news: CaseNews;
}

/** Of each case that a subscriber was to be told of on a day the newest message, whatever became of it. */
export async function newestOfDay(db: Executor, subscriber: string, day: LocalDate): Promise<NewestOfDay[]> {
  const rows = await db
    .selectDistinctOn([deliveries.caseCode], {
      delivery: deliveries.id,
      caseCode: deliveries.caseCode,
      type: deliveries.type,
      status: deliveries.status,
      news: deliveries.news,
    })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.subscriber, subscriber),
        eq(deliveries.day, day),
        isNotNull(deliveries.caseCode),
        ne(deliveries.status, 'notConcerned')
      )
    )
    .orderBy(asc(deliveries.caseCode), desc(deliveries.seq));
  return rows.flatMap(({ caseCode, news, ...row }) =>
    caseCode === null || news === null ? [] : [{ ...row, caseCode, news }]
  );
}

export async function keepReconciliation(
  db: Executor,
  found: typeof reconciliations.$inferInsert
): Promise<Reconciliation> {
  const [row] = await db.insert(reconciliations).values(found).returning();
  if (row === undefined) throw new Error('the reconciliation was not returned');
  return row;
}

/** One page of the comparisons with a partner, of all days or of one, the latest first. */
export const listReconciliations = (
  db: Executor,
  subscriber: string,
  { day, before }: { readonly day?: LocalDate | undefined; readonly before?: number | undefined },
  limit: number
): Promise<Reconciliation[]> =>
  db
    .select()
    .from(reconciliations)
    .where(
      and(
        eq(reconciliations.subscriber, subscriber),
        day === undefined ? undefined : eq(reconciliations.day, day),
        before === undefined ? undefined : lt(reconciliations.id, before)
      )
    )
    .orderBy(desc(reconciliations.id))
    .limit(limit);
