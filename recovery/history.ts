import { DeterminismViolationError } from '@temporalio/workflow';
import { caseWorkflowId } from '../workflows/messages';
import type { Entered } from '../domain/entered';
import type { Stores } from './compare';

/** What one run of a case's workflow had written to its record, in order. */
export interface RunOfCase {
  readonly runId: string;
  readonly entries: readonly Entered[];
}

/**
 * What the runs of a case had written, as far as Temporal still holds their histories, the oldest first. A run that was
 * stuck tells nothing: whichever took its place began with what stood on record.
 */
export async function historyOf({ temporal, retell }: Stores, code: string): Promise<RunOfCase[]> {
  const workflowId = caseWorkflowId(code);
  const runs: { runId: string; startTime: Date }[] = [];
  for await (const run of temporal.workflow.list({ query: `WorkflowId = '${workflowId}'` })) runs.push(run);
  runs.sort((a, b) => a.startTime.getTime() - b.startTime.getTime());
  const told: RunOfCase[] = [];
  for (const { runId } of runs) {
    const history = await temporal.workflow.getHandle(workflowId, runId).fetchHistory();
    const entries = await retell(workflowId, history).catch((error: unknown) => {
      if (error instanceof DeterminismViolationError) return [];
      throw error;
    });
    told.push({ runId, entries });
  }
  return told;
}
