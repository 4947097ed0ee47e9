import { WorkflowFailedError, type Client, type WorkflowHandle } from '@temporalio/client';
import { rootCause } from '@temporalio/common';
import type { TrainingClock } from '../domain/trainingClock';
import { hasGrpcStatus } from '../temporal/grpcStatus';
import { recordAgainPrefix } from '../workflows/messages';
import type { recordAgain } from '../workflows/recordAgain';
import type { startAgain } from '../workflows/startAgain';
import type { Divergence, Stores } from './compare';
import { historyOf } from './history';

export interface Tools extends Stores {
  readonly clock: TrainingClock | null;
}

/** For one case; what needs longer goes on without being waited for. */
const PATIENCE_MILLIS = 180_000;

/**
 * Brings the store that is behind to where the other one stands. Safe to repeat. A case that is stuck with nothing on
 * record is left as it is: nobody was told that it was received, and what was submitted is in Temporal alone.
 * @returns why that was not done; null where it was.
 */
export async function repair(tools: Tools, divergence: Divergence): Promise<string | null> {
  if (divergence.kind === 'recordBehind') return writeAgain(tools, divergence);
  if (divergence.kind === 'notErased') return 'its submitter was erased: it is to be erased once more';
  if (divergence.recorded > 0) return goOnFromRecord(tools, divergence);
  return 'nothing on record to go on from';
}

/**
 * Has written once more what the case had written beyond its record, as its history holds it. What stands there already
 * stays as it is: it may have been decided by other rules than those of today, which tell the history.
 */
async function writeAgain(tools: Tools, { code, recorded }: Divergence): Promise<string | null> {
  for (const { runId, entries: told } of await historyOf(tools, code)) {
    const entries = told.filter(({ events }) => (events.at(-1)?.seq ?? 0) > recorded);
    if (entries.length === 0) continue;
    const failure = await failureOf(
      tools.temporal,
      await tools.temporal.workflow.start<typeof recordAgain>('recordAgain', {
        workflowId: recordAgainPrefix(code) + runId,
        taskQueue: tools.taskQueue,
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [entries],
      })
    );
    if (failure !== null) return failure;
  }
  return null;
}

async function goOnFromRecord({ temporal, taskQueue, clock }: Tools, { code }: Divergence): Promise<string | null> {
  return failureOf(
    temporal,
    await temporal.workflow.start<typeof startAgain>('startAgain', {
      workflowId: `start-again/${code}`,
      taskQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
      args: [{ code, clock }],
    })
  );
}

/** Why a workflow did not come to its end; null where it did. */
async function failureOf(
  temporal: Client,
  workflow: Pick<WorkflowHandle, 'workflowId' | 'result'>
): Promise<string | null> {
  try {
    await temporal.withDeadline(Date.now() + PATIENCE_MILLIS, () => workflow.result());
    return null;
  } catch (error) {
    if (error instanceof WorkflowFailedError) return rootCause(error.cause) ?? error.message;
    if (hasGrpcStatus(error, 'deadlineExceeded')) return `still at it in Temporal, as ${workflow.workflowId}`;
    throw error;
  }
}
