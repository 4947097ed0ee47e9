import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Database } from '../../db/database';
import { undeliveredOf } from '../../db/notices';
import type { NoticeDeliveries } from '../../starters/noticeDeliveries';
import { deliveryWorkflowId } from '../../workflows/noticeDeliveryMessages';
import { eventually } from './eventually';

/**
 * Waits until everything that a case has to tell is told, or waits for its time. Whoever skips time before has pauses
 * begin where the skipping ends, which is never over.
 */
export async function deliveriesAtRest(db: Database, temporal: Client, code: string): Promise<void> {
  await eventually(
    async () => {
      const seqs = await undeliveredOf(db, code);
      const stands = await Promise.all(seqs.map((seq) => standOf(temporal, code, seq)));
      return stands.every((stand) => stand === 'waiting');
    },
    (rests) => rests
  );
}

/** Waits until nothing is left to do of what an event has to tell. */
export const deliveryOver = (temporal: Client, code: string, seq: number): Promise<unknown> =>
  eventually(
    () => standOf(temporal, code, seq),
    (stand) => stand === 'over'
  );

/**
 * Wakes a delivery only where it waits for its time or is over. The server that skips time lets a workflow end though a
 * signal came while it was ending, and the signal is lost; the real one has it go on.
 */
export const wakingAtRest = (deliveries: NoticeDeliveries, temporal: Client): NoticeDeliveries => ({
  start: (code, seq) => deliveries.start(code, seq),
  async wake(code, seq) {
    await eventually(
      () => standOf(temporal, code, seq),
      (stand) => stand !== 'working'
    );
    await deliveries.wake(code, seq);
  },
});

async function standOf(temporal: Client, code: string, seq: number): Promise<'none' | 'working' | 'waiting' | 'over'> {
  try {
    const { events } = await temporal.workflow.getHandle(deliveryWorkflowId(code, seq)).fetchHistory();
    const last = events?.at(-1);
    if (last?.workflowExecutionCompletedEventAttributes) return 'over';
    return last?.timerStartedEventAttributes ? 'waiting' : 'working';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'none';
    throw error;
  }
}
