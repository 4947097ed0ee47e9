import { getClient, heartbeat, log, sleep } from '@temporalio/activity';
import { createCalendarBook } from '../books/calendarBook';
import { createCaseSignals } from '../caseSignals';
import { calendarVersion, countStale, staleCases, type StaleCase } from '../db/calendar';
import type { CaseState } from '../domain/case';
import { someAtOnce } from '../running/someAtOnce';
import type { ActivityDependencies } from './index';
import { whereRunning } from './whereRunning';

/** How many cases are told before the next wait for them, so that people's own requests pass in between. */
const BATCH = 100;

/** A batch is left to itself after this long; a later pass looks after it. */
const LOOKS = 50;
const LOOK_AGAIN_MILLIS = 200;

export interface Batch {
  readonly told: number;
  /** Open on record, but no workflow runs. */
  readonly unreachable: readonly string[];
  /** The code of the last case; null where there was none. */
  readonly last: string | null;
}

/** Brings open cases up to the official days in force, by signals that may safely be sent twice. */
export function createCalendarActivities({ db }: Pick<ActivityDependencies, 'db'>) {
  const book = createCalendarBook(db);

  /** Whether there is a workflow that took the message. */
  async function tell(aCase: StaleCase): Promise<boolean> {
    const change = await book.changeFor(aCase);
    const signals = createCaseSignals(getClient());
    return whereRunning(() => signals.calendarChanged(aCase.code, change));
  }

  async function untilTaken(version: number, range: { after: string; through: string }, but: number): Promise<void> {
    for (let look = 0; look < LOOKS && (await countStale(db, version, range)) > but; look++) {
      heartbeat();
      await sleep(LOOK_AGAIN_MILLIS);
    }
  }

  return {
    /** Tells the next open cases after a code that count by days older than `version`, and waits for them a while. */
    tellNextCases: async (version: number, after: string): Promise<Batch> => {
      const batch = await staleCases(db, version, after, BATCH);
      const last = batch.at(-1)?.code ?? null;
      if (last === null) return { told: 0, unreachable: [], last };
      const unreachable: string[] = [];
      await someAtOnce(batch, async (aCase) => {
        if (!(await tell(aCase))) unreachable.push(aCase.code);
        heartbeat();
      });
      if (unreachable.length > 0) log.error('open cases without a workflow', { codes: unreachable });
      await untilTaken(version, { after, through: last }, unreachable.length);
      return { told: batch.length - unreachable.length, unreachable, last };
    },

    /** Tells a case that goes by older days: the calendar changed while it was on its way, or had no workflow to tell. */
    catchUp: async (state: CaseState): Promise<void> => {
      if (state.calendar < (await calendarVersion(db))) await tell({ ...state, updatedAt: state.asOf });
    },
  };
}
