import { isDeepStrictEqual } from 'node:util';
import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type ScheduleOptions } from '@temporalio/client';
import { realDuration } from '../domain/trainingClock';
import type { Starting } from './starting';

const DAY = 86_400_000;

/** Temporal's own, in milliseconds. */
const SHORTEST_INTERVAL = 1_000;

/**
 * Has a workflow run once a day at a local time; on a training clock, which it is given, once in each of its days.
 * Otherwise it is given nothing: what a schedule holds stays encrypted under the key of its making. A run that is still
 * under way is not overtaken. Asked again, changes nothing but what another version had the workflow given.
 */
export async function scheduleDaily(
  { client, taskQueue, clock }: Starting,
  name: string,
  workflowType: string,
  at: { readonly hour: number; readonly minute: number }
): Promise<void> {
  const scheduleId = `${name}/${taskQueue}`;
  const spec: ScheduleOptions['spec'] =
    clock === null
      ? { calendars: [at], timezone: 'Asia/Ho_Chi_Minh' }
      : { intervals: [{ every: Math.max(realDuration(DAY, clock), SHORTEST_INTERVAL) }] };
  const args = clock === null ? [] : [clock];
  const action = { type: 'startWorkflow', workflowType, workflowId: scheduleId, taskQueue, args } as const;
  try {
    await client.schedule.create({
      scheduleId,
      spec,
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
      action,
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const there = client.schedule.getHandle(scheduleId);
    const given = (await there.describe()).action.args ?? [];
    if (!isDeepStrictEqual(given, args)) await there.update((schedule) => ({ ...schedule, action }));
  }
}
