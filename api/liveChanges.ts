import { EventEmitter } from 'node:events';
import type { Sql } from 'postgres';
import { onCaseChange, type CaseChange } from '../db/caseChanges';

type Listener = (change: CaseChange) => void;

/** Changes of cases as they are committed, for those who are looking on. */
export interface LiveChanges {
  /** Answers what ends the subscription. */
  readonly subscribe: (listener: Listener) => () => void;
  /** Called when the process stops, or has missed changes: what is open then must be let go, and comes back knowing that. */
  readonly onBreak: (listener: () => void) => () => void;
  readonly stop: () => Promise<void>;
}

/** One listening connection for all who look on from this process. */
export async function openLiveChanges(pool: Sql): Promise<LiveChanges> {
  const events = new EventEmitter<{ change: [CaseChange]; break: [] }>().setMaxListeners(0);
  const breakOff = () => events.emit('break');
  const unlisten = await onCaseChange(pool, (change) => events.emit('change', change), breakOff);
  return {
    subscribe(listener) {
      events.on('change', listener);
      return () => events.off('change', listener);
    },
    onBreak(listener) {
      events.once('break', listener);
      return () => events.off('break', listener);
    },
    async stop() {
      breakOff();
      await unlisten();
    },
  };
}
