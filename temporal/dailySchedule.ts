import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from '@temporalio/client';
import { realDuration, type TrainingClock } from '../domain/trainingClock';

const DAY = 86_400_000;

/** Temporal's own, in milliseconds. */
const SHORTEST_INTERVAL = 1_000;

export interface DailySchedule {
  readonly client: Client;
  readonly taskQueue: string;
  readonly clock: TrainingClock | null;
}

/**
 * Has a workflow, which is given the clock, run once a day at a local time; on a training clock once in each of its days.
 * A run that is still under way is not overtaken. Asked again, changes nothing.
 */
export async function scheduleDaily(
  { client, taskQueue, clock }: DailySchedule,
  name: string,
  workflowType: string,
  at: { readonly hour: number; readonly minute: number }
): Promise<void> {
  const scheduleId = `${name}/${taskQueue}`;
  const spec: ScheduleOptions['spec'] =
    clock === null
      ? { calendars: [at], timezone: 'Asia/Ho_Chi_Minh' }
      : { intervals: [{ every: Math.max(realDuration(DAY, clock), SHORTEST_INTERVAL) }] };
  try {
    await client.schedule.create({
      scheduleId,
      spec,
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
      action: { type: 'startWorkflow', workflowType, workflowId: scheduleId, taskQueue, args: [clock] },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
