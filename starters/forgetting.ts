import type { Client } from '@temporalio/client';
import type { forgetting } from '../workflows/forgetting';
import { forgettingWorkflowId } from '../workflows/messages';

/** Begins to forget a case. Anew where it has begun already: that may be past looking at the run that erased once more. */
export async function beginToForget(client: Pick<Client, 'workflow'>, taskQueue: string, code: string): Promise<void> {
  await client.workflow.start<typeof forgetting>('forgetting', {
    workflowId: forgettingWorkflowId(code),
    taskQueue,
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    args: [code],
  });
}
