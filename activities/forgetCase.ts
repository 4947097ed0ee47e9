import { activityInfo, getClient } from '@temporalio/activity';
import { described } from '../temporal/described';

/**
 * Deletes what Temporal keeps of a case that has ended: its histories hold, encrypted, what people wrote. Safe to repeat.
 * @param also how the ids of other workflows begin whose histories hold texts of the case.
 * @returns whether that was done; not while a run of the case is still up.
 */
export async function forgetCase(workflowId: string, also: string): Promise<boolean> {
  const { namespace } = activityInfo();
  const client = getClient();
  const forget = (run: { workflowId: string; runId: string }) =>
    client.workflowService.deleteWorkflowExecution({
      namespace,
      workflowExecution: { workflowId: run.workflowId, runId: run.runId },
    });
  const last = await described(client, workflowId);
  if (last?.status.name === 'RUNNING') return false;
  // By what is known of it itself: it may have ended so lately that no list shows it as ended yet.
  if (last !== null) await forget(last);
  // A run that begins meanwhile, for another act, holds nothing that was erased.
  const query = `(WorkflowId = '${workflowId}' OR WorkflowId STARTS_WITH '${also}') AND ExecutionStatus != 'Running'`;
  for await (const run of client.workflow.list({ query })) if (run.runId !== last?.runId) await forget(run);
  return true;
}
