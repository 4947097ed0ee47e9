import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from '@temporalio/client';
import { realDuration, type TrainingClock } from './domain/trainingClock';
import type { recordSealing } from './workflows/recordSealing';

const DAY = 86_400_000;

/** Temporal's own, in milliseconds. */
const SHORTEST_INTERVAL = 1_000;

export interface SealingOptions {
  readonly client: Client;
  readonly taskQueue: string;
  readonly clock: TrainingClock | null;
}

/** Has the record sealed a little after every midnight; on a training clock once in each of its days. Asked again, changes nothing. */
export async function scheduleSealing({ client, taskQueue, clock }: SealingOptions): Promise<void> {
  const scheduleId = `record-sealing/${taskQueue}`;
  const spec: ScheduleOptions['spec'] =
    clock === null
      ? { calendars: [{ hour: 0, minute: 5 }], timezone: 'Asia/Ho_Chi_Minh' }
      : { intervals: [{ every: Math.max(realDuration(DAY, clock), SHORTEST_INTERVAL) }] };
  try {
    await client.schedule.create<typeof recordSealing>({
      scheduleId,
      spec,
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1 day' },
      action: {
        type: 'startWorkflow',
        workflowType: 'recordSealing',
        workflowId: scheduleId,
        taskQueue,
        args: [clock],
      },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
