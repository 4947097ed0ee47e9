import { calendarVersion, countMoved, countStale } from '../db/calendar';
import type { Database } from '../db/database';
import { described } from '../temporal/described';
import type { Starting } from '../temporal/starting';
import type { calendarRollout } from '../workflows/calendarRollout';
import { rolloutWorkflowId } from '../workflows/rolloutMessages';

/** How far a change of the calendar has come. The counts are those of the record, not of messages sent. */
interface RolloutState {
  readonly version: number;
  readonly state: 'running' | 'done';
  /** Cases that count by these official days and did not from the start. */
  readonly taken: number;
  /** Those of them in which a deadline moved. */
  readonly moved: number;
  /** Open cases that count by older days still. */
  readonly remaining: number;
}

export interface Rollouts {
  /**
   * Has all open cases told of the latest version, where any counts by an older one. Asked again, changes nothing: so a
   * crash between an announcement and its roll-out is made good.
   */
  takeUp(): Promise<void>;
  state(version: number): Promise<RolloutState>;
}

/** How the API rolls changes of the calendar out. */
export function createRollouts({ client, taskQueue }: Omit<Starting, 'clock'>, db: Database): Rollouts {
  const start = async (version: number): Promise<void> => {
    await client.workflow.start<typeof calendarRollout>('calendarRollout', {
      workflowId: rolloutWorkflowId(version),
      taskQueue,
      args: [{ version }],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
  };

  const isRunning = async (version: number): Promise<boolean> =>
    (await described(client, rolloutWorkflowId(version)))?.status.name === 'RUNNING';

  return {
    async takeUp() {
      const version = await calendarVersion(db);
      if ((await countStale(db, version)) > 0) await start(version);
    },
    async state(version) {
      const [running, remaining, moved] = await Promise.all([
        isRunning(version),
        countStale(db, version),
        countMoved(db, version),
      ]);
      return { version, state: running || remaining > 0 ? 'running' : 'done', ...moved, remaining };
    },
  };
}
