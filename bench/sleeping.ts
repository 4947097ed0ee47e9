import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { nextAlarm } from '../domain/alarms';
import { unborn, type Command } from '../domain/case';
import { decide } from '../domain/decide';
import { evolve } from '../domain/evolve';
import { toInstant, toMillis } from '../domain/time';
import { legalTime, type TrainingClock } from '../domain/trainingClock';
import { createLawBook } from '../books/lawBook';
import { someAtOnce } from '../running/someAtOnce';
import { submission } from '../test/support/inputs';
import { reception } from '../test/support/people';
import { dataFolder } from '../test/support/program';
import { memoryOf, type Memory } from '../test/support/workerMemory';
import { BARE_QUEUE } from './bare/worker';
import { bareAsleep, type bareSleeper } from './bare/workflow';
import type { Stage } from './stage';

/** What sleeps, in which process. */
export interface Sleepers {
  readonly pid: number;
  /** Puts one to sleep until a real moment, in milliseconds of the epoch; null is longer than anybody looks. */
  readonly sleep: (until: number | null) => Promise<unknown>;
  /** How many have rung. */
  readonly rung: () => Promise<number>;
}

interface Sleeping {
  readonly sleepers: number;
  readonly memoryFile: string;
  readonly tell: (what: string) => void;
}

export interface Slept {
  readonly asleepPerSecond: number;
  /** Of the worker, with each further quarter asleep. */
  readonly memories: readonly Memory[];
  readonly rang: number;
  /** Alarms a second, between the first tenth of those that rang and the last. */
  readonly rate: number;
}

const LOOK_MILLIS = 50;
/** Of all sleepers, the part that rings in one moment. */
const RINGING = 0.1;
const DAY_MILLIS = 86_400_000;

/**
 * Half of them fall asleep first, then the tenth that is to ring in one moment, then the others, so that those that ring
 * have left the worker's memory by then, as they have at a real midnight.
 */
export async function putToSleep(
  { pid, sleep, rung }: Sleepers,
  { sleepers, memoryFile, tell }: Sleeping
): Promise<Slept> {
  const before = await rung();
  const began = performance.now();
  let looking = 0;
  const memories: Memory[] = [];
  const look = async () => {
    const started = performance.now();
    const memory = await memoryOf(pid, memoryFile);
    memories.push(memory);
    tell(
      `${memories.length * 25} % asleep: heaps ${memory.heaps.toFixed(0)} MB, resident ${memory.resident.toFixed(0)} MB`
    );
    looking += performance.now() - started;
  };
  const asleepAlready = () => (performance.now() - began - looking) / 1000;
  const quarter = Math.floor(sleepers / 4);
  const ringing = Math.floor(sleepers * RINGING);

  await manyTimes(quarter, () => sleep(null));
  await look();
  await manyTimes(quarter, () => sleep(null));
  await look();
  const secondsLeft = asleepAlready() * SLACK + looking / 1000 + 10;
  const until = Date.now() + secondsLeft * 1000;
  await manyTimes(ringing, () => sleep(until));
  await manyTimes(quarter - ringing, () => sleep(null));
  await look();
  await manyTimes(sleepers - 3 * quarter, () => sleep(null));
  const asleepPerSecond = sleepers / asleepAlready();
  await look();
  if ((await rung()) > before) throw new Error('some rang before all were asleep');
  tell(
    `all asleep, ${asleepPerSecond.toFixed(1)} a second; they ring in ${((until - Date.now()) / 1000).toFixed(0)} s`
  );

  const rate = await drained(async () => (await rung()) - before, ringing);
  tell(`${String(ringing)} rang, ${rate.toFixed(1)} a second`);
  return { asleepPerSecond, memories, rang: ringing, rate };
}

/** The second half may take so much longer than the first one. */
const SLACK = 1.4;

const manyTimes = (times: number, work: () => Promise<unknown>) => someAtOnce(Array.from({ length: times }), work);

/** How many a second, between the first tenth of them and the last. */
async function drained(count: () => Promise<number>, all: number): Promise<number> {
  const from = all / 10;
  const through = all * 0.9;
  let began: { at: number; seen: number } | null = null;
  for (;;) {
    const seen = await count();
    if (began === null && seen >= from) began = { at: performance.now(), seen };
    if (began !== null && seen >= through) return ((seen - began.seen) * 1000) / (performance.now() - began.at);
    await delay(LOOK_MILLIS);
  }
}

/** Cases as reception enters them; those that ring do it at the first deadline that they are warned of. */
export async function caseSleepers({ casesOn, database, dataDir }: Stage): Promise<Sleepers> {
  const lawBook = createLawBook(database.db);
  const lawAt = async (receivedAt: string) => lawBook.lawAt(receivedAt, toInstant(Date.now()));
  const received = toInstant(Date.now() - 30 * DAY_MILLIS);
  const entered = (code: string, at: string, receivedAt: string): Command<'submit'> => ({
    action: 'submit',
    by: reception,
    at,
    key: code,
    input: submission(receivedAt, { channel: 'paper', receiptReason: 'Bưu điện.', receiptEvidence: 'envelope' }),
  });
  const law = { past: await lawAt(received), now: await lawAt(toInstant(Date.now())) };
  const decision = decide(unborn('first'), entered('first', received, received), law.past, received);
  const alarm = decision.ok ? nextAlarm(decision.events.reduce(evolve, unborn('first'))) : null;
  if (alarm === null) throw new Error('a case that was entered has no alarm');

  /** Twice as fast as the real one, and at that moment at the alarm. */
  const clockRinging = (until: number): TrainingClock => ({ speed: 2, startedAt: 2 * until - toMillis(alarm.at) });
  const asleep = casesOn(null);
  // That it is looked again and again how many have rung shall cost as little as for bare.
  await database.sql`create index bench_rung on case_events (seq) where type = 'alarm'`;
  return {
    pid: await dataFolder(dataDir).pidOf('worker'),
    sleep: (until) => {
      const code = `SLEEP-${randomUUID()}`;
      const now = Date.now();
      if (until === null) return asleep.submit(code, entered(code, toInstant(now), toInstant(now)), law.now);
      const clock = clockRinging(until);
      return casesOn(clock).submit(code, entered(code, legalTime(now, clock), received), law.past);
    },
    rung: async () => {
      const [row] = await database.sql<{ alarms: number }[]>`
        select count(*)::int as alarms from case_events where type = 'alarm' and seq = 2`;
      return row?.alarms ?? 0;
    },
  };
}

export async function bareSleepers({ temporal, database, dataDir }: Stage): Promise<Sleepers> {
  return {
    pid: await dataFolder(dataDir).pidOf('bare'),
    sleep: (until) =>
      temporal.workflow.executeUpdateWithStart(bareAsleep, {
        startWorkflowOperation: new WithStartWorkflowOperation<typeof bareSleeper>('bareSleeper', {
          workflowId: `bare/${randomUUID()}`,
          taskQueue: BARE_QUEUE,
          args: [randomUUID(), until ?? Date.now() + 30 * DAY_MILLIS],
          workflowIdConflictPolicy: 'FAIL',
        }),
      }),
    rung: async () => {
      const [row] = await database.sql<{ rows: number }[]>`select count(*)::int as rows from bare_acts`;
      return row?.rows ?? 0;
    },
  };
}
