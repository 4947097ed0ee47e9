import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { operationOf } from './operation';
import { problemTypeNames, type ProblemType } from './problemTypes';
import type { Executor } from '../db/database';
import { countedNow, type Counted } from '../db/gauges';
import { toMillis, type Instant } from '../domain/time';
import { inTime } from '../running/inTime';

/** What an API process tells Prometheus. */
export interface Metrics {
  /** Times each request, by the operation that answered it. */
  readonly timed: RequestHandler;
  /** Counts a problem that somebody was told. */
  readonly countProblem: (type: ProblemType) => void;
  readonly mediaType: string;
  readonly text: () => Promise<string>;
}

/** What is counted in the database is asked for at most this often, however many ask. */
const FRESH_MILLIS = 10_000;

/** Less than Prometheus waits for an answer: a database that keeps silent must not take the rest of it along. */
const COUNTING_MILLIS = 5_000;

/** A database that is slow to count is told from one that keeps silent: what it last said holds for so long. */
const KEPT_MILLIS = 120_000;

export function createMetrics(db: Executor, now: () => Instant): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: 'pakn_http_request_duration_seconds',
    help: 'Requests by operation and status; an act has the name of its action',
    labelNames: ['operation', 'status'],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  });
  const problems = new Counter({
    name: 'pakn_problems_total',
    help: 'Problems that were told by their type, also those of each case of an act in bulk',
    labelNames: ['type'],
    registers: [register],
  });
  // What rises from nothing is seen only where the nothing was told.
  for (const type of problemTypeNames) problems.inc({ type }, 0);
  const counts = fresh(() => countedNow(db, now()));
  new Gauge({
    name: 'pakn_database_up',
    help: 'Whether the figures of this scrape could be had from PostgreSQL; without it they are left out',
    registers: [register],
    async collect() {
      this.set((await counts()) === null ? 0 : 1);
    },
  });
  for (const gauge of gauges) {
    new Gauge({
      name: gauge.name,
      help: gauge.help,
      labelNames: gauge.label === undefined ? [] : [gauge.label],
      registers: [register],
      async collect() {
        const counted = await counts();
        // Without labels a reset would leave a zero, which nobody counted.
        if (gauge.label === undefined) this.remove();
        else this.reset();
        if (counted === null) return;
        for (const [label, value] of gauge.values(counted, now()))
          if (gauge.label === undefined) this.set(value);
          else this.set({ [gauge.label]: label }, value);
      },
    });
  }
  return {
    mediaType: register.contentType,
    text: () => register.metrics(),
    countProblem(type) {
      problems.inc({ type });
    },
    timed(_request, response, next) {
      const stop = duration.startTimer();
      response.once('close', () => stop({ operation: operationOf(response) ?? 'none', status: response.statusCode }));
      next();
    },
  };
}

interface CountedGauge {
  readonly name: string;
  readonly help: string;
  readonly label?: string;
  readonly values: (counted: Counted, now: Instant) => readonly (readonly [string, number])[];
}

const alone = (value: number): [string, number][] => [['', value]];
const secondsUntil = (now: Instant, end: Date | null): [string, number][] =>
  end === null ? [] : alone((end.getTime() - toMillis(now)) / 1000);
const secondsSince = (now: Instant, start: Date | null): [string, number][] =>
  start === null ? [] : alone((toMillis(now) - start.getTime()) / 1000);

const gauges: readonly CountedGauge[] = [
  {
    name: 'pakn_cases_open',
    help: 'Open cases by status',
    label: 'status',
    values: ({ open }) => open.map(({ status, cases }) => [status, cases]),
  },
  {
    name: 'pakn_cases_overdue',
    help: 'Open cases past their term to answer, by status',
    label: 'status',
    values: ({ open }) => open.map(({ status, overdue }) => [status, overdue]),
  },
  {
    name: 'pakn_alarms_late',
    help: 'Open cases of which a term has ended for more than two minutes without its alarm on record',
    values: ({ lateAlarms }) => alone(lateAlarms),
  },
  {
    name: 'pakn_notices_pending',
    help: 'Notices that have not reached everybody yet',
    values: ({ pending }) => alone(pending.notices),
  },
  {
    name: 'pakn_notices_pending_age_seconds',
    help: 'How long the oldest of them has been waiting, by the legal clock',
    values: ({ pending }, now) => secondsSince(now, pending.since),
  },
  {
    name: 'pakn_notice_tasks_open',
    help: 'What is left for people to do about notices: letters to send, addresses to mend',
    label: 'kind',
    values: ({ tasks }) => tasks.map(({ kind, tasks }) => [kind, tasks]),
  },
  {
    name: 'pakn_notice_tasks_age_seconds',
    help: 'How long the oldest of them has been open, by the legal clock',
    label: 'kind',
    values: ({ tasks }, now) => tasks.map(({ kind, since }) => [kind, (toMillis(now) - since.getTime()) / 1000]),
  },
  {
    name: 'pakn_channel_away_seconds',
    help: 'For how long our own provider of a channel has been away or let us in no more: from the first try in vain to the latest',
    label: 'channel',
    values: ({ channels }) => channels.map(({ channel, awaySeconds }) => [channel, awaySeconds]),
  },
  {
    name: 'pakn_deliveries_given_up',
    help: 'Messages to a subscriber that were given up and not sent again',
    label: 'subscriber',
    values: ({ deliveries }) => deliveries.map(({ subscriber, givenUp }) => [subscriber, givenUp]),
  },
  {
    name: 'pakn_deliveries_pending_age_seconds',
    help: 'How long the oldest message to a subscriber has been waiting since it was last queued',
    label: 'subscriber',
    values: ({ deliveries }) => deliveries.map(({ subscriber, pendingSeconds }) => [subscriber, pendingSeconds]),
  },
  {
    name: 'pakn_subscribers_gone',
    help: 'Whether a subscriber has said itself that it wants nothing more (410), and was switched off for it',
    label: 'subscriber',
    values: ({ subscribers }) => subscribers.map(({ subscriber, gone }) => [subscriber, Number(gone)]),
  },
  {
    name: 'pakn_record_sealed_age_seconds',
    help: 'How long ago the record was last sealed by a signed root, by the legal clock',
    values: ({ sealedAt }, now) => secondsSince(now, sealedAt),
  },
  {
    name: 'pakn_partner_comparison_age_seconds',
    help: 'How long ago what a partner holds was last compared without a fault, by the legal clock',
    label: 'partner',
    values: ({ partners }, now) =>
      partners.map(({ partner, comparedAt }) => [partner, (toMillis(now) - comparedAt.getTime()) / 1000]),
  },
  {
    name: 'pakn_partner_differences',
    help: 'Cases that a partner holds otherwise than it was told, by its last comparison',
    label: 'partner',
    values: ({ partners }) => partners.map(({ partner, differences }) => [partner, differences]),
  },
  {
    name: 'pakn_calendar_days_announced_seconds',
    help: 'How far ahead the officially announced days reach, by the legal clock',
    values: ({ announcedThrough }, now) => secondsUntil(now, announcedThrough),
  },
];

/**
 * Asks again once what was known is old and the last question is answered; whoever asks meanwhile waits for the same answer. One
 * that comes late is told by the next who asks. Null where there was none for long, or the last question failed.
 */
function fresh<T>(ask: () => Promise<T>): () => Promise<T | null> {
  let asked = -Infinity;
  let isAsking = false;
  let known: { readonly answer: T; readonly at: number } | null = null;
  let waited: Promise<void> = Promise.resolve();
  const latest = () => (known !== null && performance.now() - known.at < KEPT_MILLIS ? known.answer : null);
  return () => {
    if (!isAsking && performance.now() - asked >= FRESH_MILLIS) {
      asked = performance.now();
      isAsking = true;
      const asking = ask()
        .then(
          (answer) => {
            known = { answer, at: performance.now() };
          },
          () => {
            known = null;
          }
        )
        .finally(() => {
          isAsking = false;
        });
      waited = inTime(asking, COUNTING_MILLIS).catch(() => undefined);
    }
    return waited.then(latest);
  };
}
