import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';

const { record } = proxyActivities<Pick<Activities, 'record'>>({
  startToCloseTimeout: '10s',
  retry: { maximumInterval: '1 minute' },
});

/** What a case had written to its record at one time. */
export type Batch = Parameters<Activities['record']>[0];

/** Writes what a case had written once more, where the record was restored to an earlier moment (docs/operations.md). */
export async function recordAgain(batches: readonly Batch[]): Promise<void> {
  for (const batch of batches) await record(batch);
}
