import { activityInfo, getClient } from '@temporalio/activity';

/** Deletes the earlier runs of the workflow that asks: their histories hold, encrypted, what people wrote. Safe to repeat. */
export async function forgetHistory(): Promise<void> {
  const { namespace, workflowExecution } = activityInfo();
  if (workflowExecution === undefined) throw new Error('no workflow asks');
  const client = getClient();
  const { workflowId, runId } = workflowExecution;
  for await (const run of client.workflow.list({ query: `WorkflowId = '${workflowId}'` }))
    if (run.runId !== runId)
      await client.workflowService.deleteWorkflowExecution({
        namespace,
        workflowExecution: { workflowId, runId: run.runId },
      });
}
