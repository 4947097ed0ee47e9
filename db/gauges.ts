import { sql } from 'drizzle-orm';
import { messageChannels } from '../domain/informing';
import { toMillis, type Instant } from '../domain/time';
import type { Executor } from './database';

/** What operators watch, counted over open cases and recent notices only: the record may grow without end. */
export interface Counted {
  readonly open: readonly { readonly status: string; readonly cases: number; readonly overdue: number }[];
  readonly lateAlarms: number;
  /** Notices that have not reached everybody yet, and since when the oldest of them waits. */
  readonly pending: { readonly notices: number; readonly since: Date | null };
  /** What is left to people, and since when the oldest of each kind is open. */
  readonly tasks: readonly { readonly kind: string; readonly tasks: number; readonly since: Date }[];
  /** Each channel, and for how long our own provider has been away: from the first try in vain to the latest, 0 where it is not. */
  readonly channels: readonly { readonly channel: string; readonly awaySeconds: number }[];
  /** Each subscriber that is told: messages that were given up, and the age of the oldest that waits, 0 where none does. */
  readonly deliveries: readonly {
    readonly subscriber: string;
    readonly givenUp: number;
    readonly pendingSeconds: number;
  }[];
  /** Each subscriber, and whether it has said itself that it wants nothing more. */
  readonly subscribers: readonly { readonly subscriber: string; readonly gone: boolean }[];
  /** When the record was last sealed; when it began where it never was. */
  readonly sealedAt: Date | null;
  /** Each partner that is told of cases: when it was last compared without a fault, or began to be told, and what differed then. */
  readonly partners: readonly { readonly partner: string; readonly comparedAt: Date; readonly differences: number }[];
  /** The end of the last year before the first one that nobody has announced. */
  readonly announcedThrough: Date | null;
}

/** An alarm may still be on its way for this long after its moment. */
const GRACE_MILLIS = 120_000;

/** A channel that has not been tried for so many days, more than a weekend, may have been switched off: it is not away. */
const TRIED_WITHIN_DAYS = 3;

export async function countedNow(db: Executor, now: Instant): Promise<Counted> {
  const overdueSince = new Date(toMillis(now) - GRACE_MILLIS).toISOString();
  const [open, late, pending, tasks, channels, deliveries, gone, sealed, announced, partners] = await Promise.all([
    db.execute(sql`
      select status, count(*)::int as cases, count(*) filter (where overdue)::int as overdue
      from cases where open group by status`),
    // What closes a published case makes nothing urgent.
    db.execute(sql`
      select count(*)::int as cases from cases
      where open and (urgency < ${overdueSince} or status = 'published') and exists (
        select from jsonb_each(state -> 'terms') term
        where term.value ->> 'phase' = 'running' and (term.value ->> 'endsAt')::timestamptz < ${overdueSince})`),
    db.execute(sql`select count(*)::int as notices, min(at) as since from notices where status = 'pending'`),
    db.execute(sql`
      select kind, count(*)::int as tasks, min(opened_at) as since from notice_tasks where closed_at is null group by kind`),
    // What has no answer yet, or never will, says nothing of the provider; every other result says that it answers.
    db.execute(sql`
      select name as channel, coalesce(extract(epoch from away.latest - away.first), 0)::float as "awaySeconds"
      from unnest(array[${sql.join([...messageChannels], sql`, `)}]) name left join lateral (
        select min(started_at) as first, max(started_at) as latest from notice_attempts attempt
        where attempt.channel = name and result = 'unavailable' and started_at > coalesce((
          select started_at from notice_attempts answered
          where answered.channel = name and result not in ('started', 'unavailable', 'unknown')
          order by started_at desc limit 1
        ), '-infinity')
        having max(started_at) > now() - ${TRIED_WITHIN_DAYS} * interval '1 day'
      ) away on true`),
    db.execute(sql`
      select id as subscriber,
        (select count(*)::int from deliveries where subscriber = subscribers.id and status = 'givenUp') as "givenUp",
        coalesce((
          select extract(epoch from now() - min(queued_at))::float from deliveries
          where subscriber = subscribers.id and status = 'pending'
        ), 0) as "pendingSeconds"
      from subscribers where enabled and removed_at is null`),
    db.execute(sql`select id as subscriber, gone_at is not null as gone from subscribers where removed_at is null`),
    db.execute(sql`
      select coalesce((select max(sealed_at) from record_roots), (select min(recorded_at) from case_events)) as at`),
    db.execute(sql`
      select make_timestamptz(min(year) + 1, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh') as until from calendar_years known
      where not exists (select from calendar_years next where next.year = known.year + 1)
        and known.year >= extract(year from ${now}::timestamptz at time zone 'Asia/Ho_Chi_Minh')`),
    db.execute(sql`
      select mapping as partner, coalesce(good.at, subscribers.created_at) as at, coalesce(good.differences, 0) as differences
      from subscribers left join lateral (
        select at, jsonb_array_length(differences -> 'missingThere') + jsonb_array_length(differences -> 'missingHere')
          + jsonb_array_length(differences -> 'different') as differences
        from reconciliations where subscriber = subscribers.id and not differences ? 'fault'
        order by id desc limit 1
      ) good on true
      where mapping <> 'events' and enabled and removed_at is null`),
  ]);
  return {
    open: rows(open),
    lateAlarms: rows<{ cases: number }>(late)[0]?.cases ?? 0,
    pending: pendingOf(rows<{ notices: number; since: string | null }>(pending)[0]),
    tasks: rows<{ kind: string; tasks: number; since: string }>(tasks).map(({ since, ...one }) => ({
      ...one,
      since: new Date(since),
    })),
    channels: rows(channels),
    deliveries: rows(deliveries),
    subscribers: rows(gone),
    sealedAt: momentOf(rows<{ at: string | null }>(sealed)[0]?.at),
    partners: rows<{ partner: string; at: string; differences: number }>(partners).map(({ at, ...one }) => ({
      ...one,
      comparedAt: new Date(at),
    })),
    announcedThrough: momentOf(rows<{ until: string | null }>(announced)[0]?.until),
  };
}

const pendingOf = (row: { notices: number; since: string | null } | undefined) => ({
  notices: row?.notices ?? 0,
  since: momentOf(row?.since),
});

const rows = <T>(result: Iterable<unknown>): T[] => [...result] as T[];

const momentOf = (text: string | null | undefined): Date | null =>
  text === null || text === undefined ? null : new Date(text);
