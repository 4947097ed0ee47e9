import { countConcerned, countPassedOn, nextReform, type ReformRow } from '../db/agencyReforms';
import type { Database } from '../db/database';
import type { Starting } from '../temporal/starting';
import type { agencyReforms } from '../workflows/agencyReforms';
import { reformEntered, reformsWorkflowId } from '../workflows/reformMessages';

/** How far a decision on agencies has come, by the record and not by messages sent. */
interface ReformProgress {
  /** Cases that have changed hands, and open ones that have not yet. */
  readonly passedOn: number;
  readonly remaining: number;
}

export interface Reforms {
  /** Lets the decisions on record be carried out, each on its day. Asked again, changes nothing. */
  takeUp(): Promise<void>;
  progress(reform: ReformRow): Promise<ReformProgress>;
}

/** How the API has agencies' cases passed on. */
export const createReforms = ({ client, taskQueue, clock }: Starting, db: Database): Reforms => ({
  async takeUp() {
    if ((await nextReform(db)) === undefined) return;
    await client.workflow.signalWithStart<typeof agencyReforms>('agencyReforms', {
      workflowId: reformsWorkflowId(taskQueue),
      taskQueue,
      args: [{ clock }],
      signal: reformEntered,
    });
  },
  async progress(reform) {
    if (reform.successor === null) return { passedOn: 0, remaining: 0 };
    const [passedOn, concerned] = await Promise.all([countPassedOn(db, reform), countConcerned(db, reform)]);
    return { passedOn, remaining: reform.handedOverAt === null ? concerned : 0 };
  },
});
