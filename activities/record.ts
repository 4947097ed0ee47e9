import { addUses } from '../db/attachments';
import { announceChange } from '../db/caseChanges';
import { holdCalendar } from '../db/calendar';
import { erase } from '../db/erasure';
import { addNotices } from '../db/notices';
import { projectPublication } from '../db/publications';
import { queueNews, waitingFor } from '../db/deliveries';
import { recordEvents } from '../db/record';
import { numberChange } from '../db/senders';
import type { CaseEvent, CaseState } from '../domain/case';
import { effectsOf } from '../domain/effects';
import { outgoingOf } from '../subscribers/news';
import { createCalendarActivities } from './calendar';
import { answerLinked } from './answerLinked';
import { forgetHistory } from './forgetHistory';
import type { ActivityDependencies } from './index';
import { createWaking } from './waking';

export interface ToRecord {
  readonly events: readonly CaseEvent[];
  /** The state that the events lead to. */
  readonly state: CaseState;
}

/** Puts events on record with the read model and the notices that follow; answers whose notices are to be sent. */
export const createRecord = (dependencies: ActivityDependencies) => {
  const { db, messaging } = dependencies;
  const { catchUp } = createCalendarActivities(dependencies);
  const wake = createWaking(db);
  return async ({ events, state }: ToRecord): Promise<{ toDeliver: readonly number[] }> => {
    const isNewCase = events[0]?.type === 'submit';
    const told = events
      .map((event) => ({ event, effects: effectsOf(event, state) }))
      .filter(({ effects }) => effects.length > 0);
    let queuedFor = null as readonly string[] | null;
    await recordEvents(db, events, state, async (tx, fresh) => {
      if (isNewCase) await holdCalendar(tx);
      // Both leave in one go, so that where nobody has subscribed no act waits longer.
      [queuedFor] = await Promise.all([queueNews(tx, state.code, outgoingOf(fresh, state)), announceChange(tx, state)]);
      for (const event of fresh) {
        await addUses(tx, state.code, event);
        await projectPublication(tx, state, event);
        if (event.type === 'erase') await erase(tx, state.code, event.data);
      }
      for (const { event, effects } of told)
        if (fresh.includes(event))
          await addNotices(tx, state.code, event, effects, messaging === null ? 'shown' : 'pending');
      await numberChange(tx, state.code);
    });
    if (events.some(({ type }) => type === 'erase')) await forgetHistory();
    for (const event of events) await answerLinked(state.code, event);
    if (isNewCase) await catchUp({ ...state, updatedAt: state.asOf });
    // What was written by an earlier try may have woken nobody.
    const seqs = events.map(({ seq }) => seq);
    await Promise.all((queuedFor ?? (await waitingFor(db, state.code, seqs))).map(wake));
    return { toDeliver: messaging === null ? [] : told.map(({ event }) => event.seq) };
  };
};
