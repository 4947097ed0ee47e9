import type { TrainingClock } from '../domain/trainingClock';
import type { recordAgain } from '../workflows/recordAgain';
import type { startAgain } from '../workflows/startAgain';
import type { Divergence, Stores } from './compare';
import { historyOf } from './history';

export interface Tools extends Stores {
  readonly clock: TrainingClock | null;
}

/**
 * Brings the store that is behind to where the other one stands. Safe to repeat. A case that is stuck with nothing on
 * record is left as it is: nobody was told that it was received, and what was submitted is in Temporal alone.
 * @returns whether there was something to go on from.
 */
export async function repair(tools: Tools, divergence: Divergence): Promise<boolean> {
  if (divergence.kind === 'recordBehind') await writeAgain(tools, divergence);
  else if (divergence.recorded > 0) await goOnFromRecord(tools, divergence);
  else return false;
  return true;
}

/**
 * Has everything written once more that the case had written to its record, as its history holds it. What stands there
 * already stays as it is.
 */
async function writeAgain(tools: Tools, { code }: Divergence): Promise<void> {
  for (const { runId, batches } of await historyOf(tools, code))
    await tools.temporal.workflow.execute<typeof recordAgain>('recordAgain', {
      workflowId: `record-again/${code}/${runId}`,
      taskQueue: tools.taskQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [batches],
    });
}

async function goOnFromRecord({ temporal, taskQueue, clock }: Tools, { code }: Divergence): Promise<void> {
  await temporal.workflow.execute<typeof startAgain>('startAgain', {
    workflowId: `start-again/${code}`,
    taskQueue,
    workflowIdConflictPolicy: 'USE_EXISTING',
    args: [{ code, clock }],
  });
}
