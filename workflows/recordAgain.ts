import { ApplicationFailure, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { Entered } from '../domain/entered';

const { record } = proxyActivities<Pick<Activities, 'record'>>({
  startToCloseTimeout: '10s',
  // Some two minutes. Whoever repairs learns then what stands in the way, and may repeat it.
  retry: { maximumInterval: '1 minute', maximumAttempts: 8 },
});

/** Writes what a case had written once more, where the record was restored to an earlier moment (docs/operations.md). */
export async function recordAgain(entries: readonly Entered[]): Promise<void> {
  for (const entry of entries) {
    const { instead } = await record(entry);
    if (instead !== undefined)
      throw ApplicationFailure.nonRetryable(`${entry.code}: the record holds other events than Temporal`);
  }
}
