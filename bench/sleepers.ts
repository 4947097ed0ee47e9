import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { residentMemory } from '../test/support/residentMemory';
import { temporaryFolder } from '../test/support/servers';
import type { bareSleeper } from './bare/workflow';
import { BARE_QUEUE } from './bare/worker';
import { petition } from './lives';
import { setStage, type Stage } from './stage';
import type { Figures } from './tell';

const AT_ONCE = 20;
const LOOK_MILLIS = 100;

/** Real seconds of a legal day for each case that is to fall asleep within it. */
const DAY_SECONDS_PER_SLEEPER = 0.12;

/**
 * Puts cases to sleep, looks at the memory of their worker, and waits for the midnight at which all of them are warned
 * of their first deadline; then the same number of alarms of bare Temporal in one moment.
 */
export async function measureSleepers(sleepers: number): Promise<Figures> {
  process.env['TRAINING_DAY_SECONDS'] = String(Math.ceil(60 + sleepers * DAY_SECONDS_PER_SLEEPER));
  const dataDir = await temporaryFolder();
  const stage = await setStage(dataDir, { workers: 1, apis: 1 });
  try {
    const reception = await stage.as('reception');
    const besides = await countAlarms(stage);
    const half = Math.floor(sleepers / 2);
    const submit = () => reception.submit({ ...petition, receivedAt: new Date().toISOString() });
    await manyTimes(half, submit);
    const halfFull = await memoryOf(dataDir);
    await manyTimes(sleepers - half, submit);
    const full = await memoryOf(dataDir);
    if ((await countAlarms(stage)) - besides > sleepers / 20)
      throw new Error('the day was too short for so many sleepers');
    const ours = await drained(() => countAlarms(stage).then((alarms) => alarms - besides), sleepers);

    const until = Date.now() + 30_000 + sleepers * 20;
    await manyTimes(sleepers, () =>
      stage.temporal.workflow.start<typeof bareSleeper>('bareSleeper', {
        workflowId: `bare/${randomUUID()}`,
        taskQueue: BARE_QUEUE,
        args: [randomUUID(), until],
      })
    );
    const bare = await drained(() => countRows(stage), sleepers);
    return {
      [`alarms a second, ${String(sleepers)} at once`]: { bare, ours },
      'memory of the worker, MB, half of them asleep': { bare: null, ours: halfFull },
      'memory of the worker, MB, all asleep': { bare: halfFull, ours: full },
    };
  } finally {
    await stage.stop();
    delete process.env['TRAINING_DAY_SECONDS'];
  }
}

async function manyTimes(times: number, work: () => Promise<unknown>): Promise<void> {
  let left = times;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0) await work();
    })
  );
}

/** How many a second, between the first tenth of them and the last. */
async function drained(count: () => Promise<number>, all: number): Promise<number> {
  const from = all / 10;
  const through = all * 0.9;
  let began = 0;
  for (;;) {
    const seen = await count();
    if (began === 0 && seen >= from) began = performance.now();
    if (seen >= through) return ((through - from) * 1000) / (performance.now() - began);
    await delay(LOOK_MILLIS);
  }
}

async function countAlarms({ database }: Stage): Promise<number> {
  const [row] = await database.sql<{ alarms: number }[]>`
    select count(*)::int as alarms from case_events where type = 'alarm' and seq = 2`;
  return row?.alarms ?? 0;
}

async function countRows({ database }: Stage): Promise<number> {
  const [row] = await database.sql<{ rows: number }[]>`select count(*)::int as rows from bare_acts`;
  return row?.rows ?? 0;
}

/** Resident memory of the worker, in megabytes. */
async function memoryOf(dataDir: string): Promise<number> {
  const pid = (await readFile(join(dataDir, 'worker.pid'), 'utf8')).trim();
  return residentMemory(pid);
}
