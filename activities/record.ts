import { activityInfo } from '@temporalio/activity';
import { addUses } from '../db/attachments';
import { announceChange } from '../db/caseChanges';
import { holdCalendar } from '../db/calendar';
import { erase } from '../db/erasure';
import { addNotices, undeliveredOf } from '../db/notices';
import { projectPublication } from '../db/publications';
import { queueNews, waitingFor } from '../db/deliveries';
import { recordEvents, type ToRecord } from '../db/record';
import { numberChange } from '../db/senders';
import { together } from '../db/together';
import type { Recorded } from '../domain/case';
import { effectsOf } from '../domain/effects';
import { outgoingOf } from '../subscribers/news';
import { createCalendarActivities } from './calendar';
import { answerLinked } from './answerLinked';
import { forgetHistory } from './forgetHistory';
import type { ActivityDependencies } from './index';
import { createWaking } from './waking';

export interface Written {
  /** Events whose notices are to be carried to people. */
  readonly toDeliver: readonly number[];
  /** What stands on record in place of the events; missing where they do. */
  readonly instead?: Recorded;
}

/**
 * Puts events on record with the read model and the notices that follow. What follows on events that were written by an
 * earlier try, or in place of these, is done once more: that try may not have come to it.
 */
export const createRecord = (dependencies: ActivityDependencies) => {
  const { db, messaging } = dependencies;
  const { catchUp } = createCalendarActivities(dependencies);
  const wake = createWaking(db);
  return async (batch: ToRecord): Promise<Written> => {
    const { events, state } = batch;
    const told = events
      .map((event) => ({ event, effects: effectsOf(event, state) }))
      .filter(({ effects }) => effects.length > 0);
    let queuedFor = null as readonly string[] | null;
    const others = await recordEvents(db, batch, async (tx) => {
      if (events[0]?.type === 'submit') await holdCalendar(tx);
      // Together, so that an act takes few round trips.
      [queuedFor] = await together([
        queueNews(tx, state.code, outgoingOf(events, state)),
        announceChange(tx, state),
        ...told.map(({ event, effects }) =>
          addNotices(tx, state.code, event, effects, messaging === null ? 'shown' : 'pending')
        ),
        ...events.map((event) => addUses(tx, state.code, event)),
      ]);
      for (const event of events) {
        await projectPublication(tx, state, event);
        if (event.type === 'erase') await erase(tx, state.code, event.data);
      }
      await numberChange(tx, state.code);
      assertInTime();
    });
    const onRecord = others?.events ?? events;
    if (onRecord.some(({ type }) => type === 'erase')) await forgetHistory();
    for (const event of onRecord) await answerLinked(state.code, event);
    if (onRecord[0]?.type === 'submit') await catchUp({ ...state, updatedAt: state.asOf });
    const seqs = onRecord.map(({ seq }) => seq);
    await Promise.all((queuedFor ?? (await waitingFor(db, state.code, seqs))).map(wake));
    const pending = others === null ? told.map(({ event }) => event.seq) : await undeliveredOf(db, state.code);
    return {
      toDeliver: messaging === null ? [] : pending.filter((seq) => seqs.includes(seq)),
      ...(others === null ? {} : { instead: others }),
    };
  };
};

/**
 * What writes inside the task of the workflow that decided it, and comes late because the process was paused, writes
 * nothing: another worker may have taken the task over and decided anew.
 */
function assertInTime(): void {
  const { isLocal, currentAttemptScheduledTimestampMs: scheduled, startToCloseTimeoutMs: term } = activityInfo();
  if (isLocal && Date.now() > scheduled + term) throw new Error('the time to write the record in has passed');
}
