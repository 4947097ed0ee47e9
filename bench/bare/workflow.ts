import {
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { createBareActivities } from './activities';

const { writeRow } = proxyLocalActivities<ReturnType<typeof createBareActivities>>({ startToCloseTimeout: '5s' });

export const bareAct = defineUpdate<number, [unknown]>('act');

/** As long as a case's first alarm is away, so that it does not ring meanwhile. */
const TIMER = '2 days';

/** The least that Temporal can be asked for: takes updates, writes a row for each, and waits with one timer. */
export async function bare(id: string, acts: number): Promise<void> {
  let taken = 0;
  setHandler(bareAct, async (input) => {
    const number = ++taken;
    await writeRow(id, number, input);
    return number;
  });
  await condition(() => taken === acts && allHandlersFinished(), TIMER);
}

/** Answered once the workflow sleeps. */
export const bareAsleep = defineUpdate('asleep');

/** Sleeps until a moment, in milliseconds of the epoch, and writes a row: an alarm of bare Temporal. */
export async function bareSleeper(id: string, until: number): Promise<void> {
  setHandler(bareAsleep, () => undefined);
  await sleep(Math.max(1, until - Date.now()));
  await writeRow(id, 1, null);
}
