import type { Client } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow';
import { caseWorkflowId } from '../workflows/messages';
import type { Batch } from '../workflows/recordAgain';

/** What one run of a case's workflow had written to its record, in order. */
export interface RunOfCase {
  readonly runId: string;
  readonly batches: readonly Batch[];
}

/** What the runs of a case had written, as far as Temporal still holds their histories, the oldest first. */
export async function historyOf(temporal: Client, code: string): Promise<RunOfCase[]> {
  const workflowId = caseWorkflowId(code);
  const runs: { runId: string; startTime: Date }[] = [];
  for await (const run of temporal.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.push(run);
  runs.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
  return Promise.all(runs.map(async ({ runId }) => ({ runId, batches: await batchesOf(temporal, workflowId, runId) })));
}

async function batchesOf(temporal: Client, workflowId: string, runId: string): Promise<Batch[]> {
  const { events } = await temporal.workflow.getHandle(workflowId, runId).fetchHistory();
  const batches: Batch[] = [];
  for (const { activityTaskScheduledEventAttributes: scheduled } of events ?? []) {
    if (scheduled?.activityType?.name !== 'record') continue;
    const [batch] = await decodeArrayFromPayloads(temporal.options.loadedDataConverter, scheduled.input?.payloads);
    batches.push(batch as Batch);
  }
  return batches;
}
