import { caseWorkflowId } from '../workflows/messages';
import { knownOf } from '../db/known';
import { undeliveredOf } from '../db/notices';
import type { Deliveries } from '../starters/deliveries';
import type { LawBook } from '../books/lawBook';
import type { recordAgain } from '../workflows/recordAgain';
import type { Divergence, Stores } from './compare';
import { handOver, latestRun } from './handOver';
import { historyOf } from './history';

export interface Tools extends Stores {
  readonly lawBook: LawBook;
  readonly deliveries: Pick<Deliveries, 'start'>;
}

/**
 * Brings the store that is behind to where the other one stands. Safe to repeat. A case that is stuck with nothing on
 * record is left as it is: nobody was told that it was received, and what was submitted is in Temporal alone.
 * @returns whether there was something to go on from.
 */
export async function repair(tools: Tools, divergence: Divergence): Promise<boolean> {
  if (divergence.kind === 'recordBehind') await writeAgain(tools, divergence);
  else if (divergence.recorded > 0) await startAgain(tools, divergence);
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

/** Starts the case's workflow from what stands on record, in place of the one that knows less, or of none, and its messages. */
async function startAgain({ db, temporal, cases, lawBook, deliveries }: Tools, { code }: Divergence): Promise<void> {
  const known = await knownOf(db, code);
  const { state } = known;
  // The days by which it counts: where they have changed since, the roll-out tells it so, as it does every case.
  const years = await lawBook.calendar.ofVersion(state.calendar);
  const calendar = years.calendarFor(state.receivedAt, state.asOf);
  const policy = await lawBook.policy(state.policy);
  const workflowId = caseWorkflowId(code);
  const replaced = await latestRun(temporal, workflowId);
  await cases.restart(known, { calendar, policy });
  if (replaced !== null) await handOver(temporal, workflowId, replaced);
  for (const seq of await undeliveredOf(db, code)) await deliveries.start(code, seq);
}
