import { WorkflowNotFoundError, type Client, type WorkflowExecutionDescription } from '@temporalio/client';

/** What Temporal says of the latest run of a workflow; null where it knows none. */
export async function described(
  { workflow }: Pick<Client, 'workflow'>,
  workflowId: string
): Promise<WorkflowExecutionDescription | null> {
  try {
    return await workflow.getHandle(workflowId).describe();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}
