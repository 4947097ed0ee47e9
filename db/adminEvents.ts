import { and, desc, eq, gte, lt, sql } from 'drizzle-orm';
import { endOf, startOf, type Instant, type LocalDate } from '../domain/time';
import type { Executor } from './database';
import { adminEvents } from './schema/administration';

export type AdminEvent = typeof adminEvents.$inferSelect;

/** An administrative act: by which account and when, to what, and how that stood before and after; null where it was not. */
export interface AdminAct {
  readonly at: Instant;
  readonly by: string;
  /** Such as `policy.add`. */
  readonly act: string;
  /** Such as `policy/2`. */
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  /** The document on which the act rests. */
  readonly document: string | null;
}

/** Puts an act on record, in the transaction that does it. */
export async function recordAdminAct(tx: Executor, { at, ...act }: AdminAct): Promise<void> {
  await tx.insert(adminEvents).values({ at: new Date(at), ...act });
}

export interface AdminEventFilter {
  readonly subject?: string | undefined;
  readonly act?: string | undefined;
  readonly by?: string | undefined;
  /** What was administered: `policy` for every act on policies. */
  readonly kind?: string | undefined;
  readonly from?: LocalDate | undefined;
  readonly through?: LocalDate | undefined;
  /** Only those with a smaller id: the page after that one. */
  readonly before?: number | undefined;
}

/** One page of the record, the latest first. */
export const listAdminEvents = (
  db: Executor,
  { subject, act, by, kind, from, through, before }: AdminEventFilter,
  limit: number
): Promise<AdminEvent[]> =>
  db
    .select()
    .from(adminEvents)
    .where(
      and(
        subject === undefined ? undefined : eq(adminEvents.subject, subject),
        act === undefined ? undefined : eq(adminEvents.act, act),
        by === undefined ? undefined : eq(adminEvents.by, by),
        kind === undefined ? undefined : sql`split_part(${adminEvents.act}, '.', 1) = ${kind}`,
        from === undefined ? undefined : gte(adminEvents.at, new Date(startOf(from))),
        through === undefined ? undefined : lt(adminEvents.at, new Date(endOf(through))),
        before === undefined ? undefined : lt(adminEvents.id, before)
      )
    )
    .orderBy(desc(adminEvents.id))
    .limit(limit);
