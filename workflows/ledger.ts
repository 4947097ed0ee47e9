import { TemporalFailure } from '@temporalio/common';
import { CancellationScope, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { TrainingClock } from '../domain/trainingClock';
import { KEYS_KEPT, type CaseEvent, type CaseState, type Known, type Recorded } from '../domain/case';
import { evolve } from '../domain/evolve';

type Recording = Pick<Activities, 'record' | 'recall'>;

/** The answer of a principal goes to each of its duplicates, which may be a thousand: it lives as long as that goes on. */
const lasting = proxyActivities<Recording>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10s',
  retry: { maximumInterval: '1 minute' },
});

/** Inside the task that decided. Shorter than a task may last, so that nobody else has taken it over meanwhile. */
const atOnce = proxyLocalActivities<Recording>({ startToCloseTimeout: '5s', retry: { maximumAttempts: 1 } });

/** What is to be entered: events, and the key of the act that they came from. */
export interface Entry {
  readonly events: readonly CaseEvent[];
  readonly key?: string;
}

export interface LedgerOptions extends Known {
  /** Called before events are written. */
  readonly beforeWriting: (after: CaseState) => void;
  readonly clock: TrainingClock | null;
}

/**
 * The state of a case and its way onto the record, one entry after the other: each is decided when its turn comes, on
 * what stands on record, and takes effect when it stands there itself (docs/decisions/0005).
 */
export function openLedger({ beforeWriting, clock, ...opened }: LedgerOptions) {
  let { state, keys } = opened;
  let waiting: readonly string[] = [];
  let entries = 0;
  let turn: Promise<unknown> = Promise.resolve();

  return {
    state: () => state,
    keys: () => keys,
    /** Whether an act is entered, or waits for its turn. */
    knows: (key: string) => keys.includes(key) || waiting.includes(key),
    isAtRest: () => entries === 0,
    /** Decides in turn and answers the number of the latest event then. @throws what `decide` throws */
    enter: (decide: (state: CaseState) => Entry, key?: string): Promise<number> =>
      inTurn(async () => {
        while (!(await stands(key !== undefined && keys.includes(key) ? NOTHING : decide(state))));
        return state.seq;
      }, key),
    /** Goes on from whatever the record holds beyond what this case knows, and answers the number of its latest event. */
    catchUp: (): Promise<number> =>
      inTurn(async () => {
        adopt(await persistently((activities) => activities.recall(state.code, state.seq + 1, clock)));
        return state.seq;
      }),
  };

  function inTurn<T>(work: () => Promise<T>, key?: string): Promise<T> {
    entries++;
    if (key !== undefined) waiting = [...waiting, key];
    const done = turn.then(work).finally(() => {
      entries--;
      waiting = waiting.filter((other) => other !== key);
    });
    // Whoever enters hears of its failure; the next one's turn comes all the same.
    turn = done.catch(() => undefined);
    return done;
  }

  /** False where the record holds something else at these numbers: that is true, and this case goes on from there. */
  async function stands({ events, key }: Entry): Promise<boolean> {
    if (events.length === 0) return true;
    const after = events.reduce(evolve, state);
    beforeWriting(after);
    const { instead } = await persistently((activities) =>
      activities.record({ code: state.code, events, clock, ...(key === undefined ? {} : { key }) })
    );
    if (instead !== undefined) {
      adopt(instead);
      return false;
    }
    state = after;
    if (key !== undefined) remember([key]);
    return true;
  }

  function adopt({ events, keys: theirs }: Recorded): void {
    const after = events.reduce(evolve, state);
    beforeWriting(after);
    state = after;
    remember(theirs.filter((key) => !keys.includes(key)));
  }

  function remember(more: readonly string[]): void {
    keys = [...keys, ...more].slice(-KEYS_KEPT);
  }

  /** What cannot be done at once is left to the server to try, for as long as it takes. */
  function persistently<T>(work: (activities: typeof lasting) => Promise<T>): Promise<T> {
    return CancellationScope.nonCancellable(async () => {
      try {
        return await work(atOnce);
      } catch (error) {
        if (!(error instanceof TemporalFailure)) throw error;
        return work(lasting);
      }
    });
  }
}

const NOTHING: Entry = { events: [] };
