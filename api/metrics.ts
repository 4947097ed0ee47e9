import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { operationOf } from '../http/operation';
import { problemTypeNames, type ProblemType } from '../http/problemTypes';
import type { Executor } from '../db/database';
import { countedNow } from '../db/gauges';
import type { Instant } from '../domain/time';
import { inTime } from '../running/inTime';
import { gauges } from './gauges';

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
