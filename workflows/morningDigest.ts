import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { legalTime, type TrainingClock } from '../domain/trainingClock';

const { sendDigests } = proxyActivities<Pick<Activities, 'sendDigests'>>({
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '2 minutes',
  // What has not left by noon is of no use any more.
  scheduleToCloseTimeout: '4 hours',
  retry: { initialInterval: '1 minute', maximumInterval: '10 minutes' },
});

/** Tells every agency's people in the morning of a working day what is due, overdue and waiting for them. */
export async function morningDigest(clock: TrainingClock | null): Promise<void> {
  await sendDigests(legalTime(Date.now(), clock));
}
