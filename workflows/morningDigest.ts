import { patched, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { legalTime, type TrainingClock } from '../domain/trainingClock';
import { scheduledFor } from './scheduled';

/** What has not left by noon is of no use any more. */
const OF_USE_MILLIS = 4 * 3_600_000;

/** Tells every agency's people in the morning of a working day what is due, overdue and waiting for them. */
export async function morningDigest(clock: TrainingClock | null = null): Promise<void> {
  const left = scheduledFor() + OF_USE_MILLIS - Date.now();
  if (left <= 0 && patched('no-late-digests')) return;
  const { sendDigests } = proxyActivities<Pick<Activities, 'sendDigests'>>({
    startToCloseTimeout: '1 hour',
    heartbeatTimeout: '2 minutes',
    scheduleToCloseTimeout: Math.max(1, left),
    retry: { initialInterval: '1 minute', maximumInterval: '10 minutes' },
  });
  await sendDigests(legalTime(Date.now(), clock));
}
