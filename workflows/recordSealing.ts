import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';

const { sealRecord } = proxyActivities<Pick<Activities, 'sealRecord'>>({
  startToCloseTimeout: '10 minutes',
  retry: { maximumInterval: '10 minutes' },
});

/** Makes the root of the day over the record of all cases (R5). Started by a schedule, once a day. */
export async function recordSealing(): Promise<void> {
  await sealRecord();
}
