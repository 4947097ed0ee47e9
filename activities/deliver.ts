import { Context, getClient } from '@temporalio/activity';
import { createDeliveries } from '../deliveries';
import type { TrainingClock } from '../domain/trainingClock';

/**
 * Hands what an event makes known over to a workflow of its own: a case ends without waiting for messages.
 * @param clock is missing in cases that were begun before it was handed over.
 */
export const deliver = async (caseCode: string, seq: number, clock?: TrainingClock | null): Promise<void> => {
  const { taskQueue } = Context.current().info;
  await createDeliveries({ client: getClient(), taskQueue, clock: clock ?? null }).start(caseCode, seq);
};
