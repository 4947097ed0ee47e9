import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Database } from '../../db/database';
import { undeliveredOf } from '../../db/notices';
import { deliveryWorkflowId } from '../../workflows/deliveryMessages';
import { eventually } from './eventually';

/**
 * Waits until everything that a case has to tell is told, or waits for its time. Whoever skips time before has pauses
 * begin where the skipping ends, which is never over.
 */
export async function deliveriesAtRest(db: Database, temporal: Client, code: string): Promise<void> {
  await eventually(
    async () => {
      const seqs = await undeliveredOf(db, code);
      const resting = await Promise.all(seqs.map((seq) => waitsForItsTime(temporal, deliveryWorkflowId(code, seq))));
      return resting.every((rests) => rests);
    },
    (rests) => rests
  );
}

async function waitsForItsTime(temporal: Client, workflowId: string): Promise<boolean> {
  try {
    const { events } = await temporal.workflow.getHandle(workflowId).fetchHistory();
    return (events?.at(-1)?.timerStartedEventAttributes ?? null) !== null;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
