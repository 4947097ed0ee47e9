import { activityInfo, getClient } from '@temporalio/activity';
import { described } from '../temporal/described';

/**
 * Deletes what Temporal keeps of a case that has ended: its histories hold, encrypted, what people wrote. Safe to repeat.
 * @param also how the ids of other workflows begin whose histories hold texts of the case.
 * @throws Error while a run of the case is still up.
 */
export async function forgetCase(workflowId: string, also: string): Promise<void> {
  const { namespace } = activityInfo();
  const client = getClient();
  if ((await described(client, workflowId))?.status.name === 'RUNNING') throw new Error('the case has not ended yet');
  // A run that begins meanwhile, for another act, holds nothing that was erased.
  const query = `(WorkflowId = '${workflowId}' OR WorkflowId STARTS_WITH '${also}') AND ExecutionStatus != 'Running'`;
  for await (const run of client.workflow.list({ query }))
    await client.workflowService.deleteWorkflowExecution({
      namespace,
      workflowExecution: { workflowId: run.workflowId, runId: run.runId },
    });
}
