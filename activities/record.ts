import { addUses } from '../db/attachments';
import { announceChange } from '../db/caseChanges';
import { holdCalendar } from '../db/calendar';
import { addNotices } from '../db/notices';
import { projectPublication } from '../db/publications';
import { recordEvents } from '../db/record';
import { numberChange } from '../db/senders';
import type { CaseEvent, CaseState } from '../domain/case';
import { effectsOf } from '../domain/effects';
import { createCalendarActivities } from './calendar';
import { answerLinked } from './answerLinked';
import type { ActivityDependencies } from './index';

export interface ToRecord {
  readonly events: readonly CaseEvent[];
  /** The state that the events lead to. */
  readonly state: CaseState;
}

/** Puts events on record with the read model and the notices that follow; answers whose notices are to be sent. */
export const createRecord = (dependencies: ActivityDependencies) => {
  const { db, messaging } = dependencies;
  const { catchUp } = createCalendarActivities(dependencies);
  return async ({ events, state }: ToRecord): Promise<{ toDeliver: readonly number[] }> => {
    const isNewCase = events[0]?.type === 'submit';
    const told = events
      .map((event) => ({ event, effects: effectsOf(event, state) }))
      .filter(({ effects }) => effects.length > 0);
    await recordEvents(db, events, state, async (tx, fresh) => {
      if (isNewCase) await holdCalendar(tx);
      await announceChange(tx, state);
      for (const event of fresh) {
        await addUses(tx, state.code, event);
        await projectPublication(tx, state, event);
      }
      for (const { event, effects } of told)
        if (fresh.includes(event))
          await addNotices(tx, state.code, event, effects, messaging === null ? 'shown' : 'pending');
      await numberChange(tx, state.code);
    });
    for (const event of events) await answerLinked(state.code, event);
    if (isNewCase) await catchUp({ ...state, updatedAt: state.asOf });
    return { toDeliver: messaging === null ? [] : told.map(({ event }) => event.seq) };
  };
};
