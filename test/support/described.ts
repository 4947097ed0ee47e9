import { WorkflowNotFoundError, type Client, type WorkflowExecutionDescription } from '@temporalio/client';

/** What Temporal says of a workflow; null where there is none yet. */
export const described = (temporal: Client, workflowId: string): Promise<WorkflowExecutionDescription | null> =>
  temporal.workflow
    .getHandle(workflowId)
    .describe()
    .catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    });
