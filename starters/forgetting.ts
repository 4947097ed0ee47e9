import type { Starting } from '../temporal/starting';
import type { forgetting } from '../workflows/forgetting';
import { forgettingWorkflowId } from '../workflows/messages';

/**
 * Begins to forget a case. Anew where it has begun already: that may be past looking at the run that erased once more.
 * @param through the number of the latest event that the erasure looked at, which it tells for as long as Temporal knows it.
 */
export async function beginToForget({ client, taskQueue }: Starting, code: string, through: number): Promise<void> {
  await client.workflow.start<typeof forgetting>('forgetting', {
    workflowId: forgettingWorkflowId(code),
    taskQueue,
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    memo: { through },
    args: [code],
  });
}
