import { ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { Batch } from '../activities/record';

const { record } = proxyActivities<Pick<Activities, 'record'>>({
  startToCloseTimeout: '10s',
  // Some two minutes. Whoever repairs learns then what stands in the way, and may repeat it.
  retry: { maximumInterval: '1 minute', maximumAttempts: 8 },
});

/** Writes what a case had written once more, where the record was restored to an earlier moment (docs/operations.md). */
export async function recordAgain(batches: readonly Batch[]): Promise<void> {
  for (const batch of batches) {
    const { instead } = await record(batch);
    if (instead !== undefined)
      throw ApplicationFailure.nonRetryable(`${batch.code}: the record holds other events than Temporal`);
  }
}
