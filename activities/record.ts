import { addNotices } from '../db/notices';
import { recordEvents } from '../db/record';
import type { CaseEvent, CaseState } from '../domain/case';
import { effectsOf } from '../domain/effects';
import type { ActivityDependencies } from './index';

export interface ToRecord {
  readonly events: readonly CaseEvent[];
  /** The state that the events lead to. */
  readonly state: CaseState;
}

/** Puts events on record with the read model and the notices that follow; answers whose notices are to be sent. */
export const createRecord =
  ({ db, messenger }: ActivityDependencies) =>
  async ({ events, state }: ToRecord): Promise<{ toDeliver: readonly number[] }> => {
    const told = events
      .map((event) => ({ event, effects: effectsOf(event, state) }))
      .filter(({ effects }) => effects.length > 0);
    await recordEvents(db, events, state, async (tx, fresh) => {
      for (const { event, effects } of told)
        if (fresh.includes(event))
          await addNotices(tx, state.code, event, effects, messenger === null ? 'shown' : 'pending');
    });
    return { toDeliver: messenger === null ? [] : told.map(({ event }) => event.seq) };
  };
