import { knownOf } from '../db/known';
import { undeliveredOf } from '../db/notices';
import type { Deliveries } from '../deliveries';
import type { LawBook } from '../lawBook';
import type { recordAgain } from '../workflows/recordAgain';
import type { Divergence, Stores } from './compare';
import { historyOf } from './history';

export interface Tools extends Stores {
  readonly lawBook: LawBook;
  readonly deliveries: Pick<Deliveries, 'start'>;
}

/** Brings the store that is behind to where the other one stands. Safe to repeat. */
export const repair = (tools: Tools, divergence: Divergence): Promise<void> =>
  divergence.kind === 'recordBehind' ? writeAgain(tools, divergence) : startAgain(tools, divergence);

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
async function startAgain({ db, cases, lawBook, deliveries }: Tools, { code }: Divergence): Promise<void> {
  const known = await knownOf(db, code);
  const { state } = known;
  // The days by which it counts: where they have changed since, the roll-out tells it so, as it does every case.
  const years = await lawBook.calendar.ofVersion(state.calendar);
  const calendar = years.calendarFor(state.receivedAt, state.asOf);
  const policy = await lawBook.policy(state.policy);
  await cases.restart(known, { calendar, policy });
  for (const seq of await undeliveredOf(db, code)) await deliveries.start(code, seq);
}
