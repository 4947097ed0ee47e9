import { activityInfo } from '@temporalio/activity';
import { addUses } from '../db/attachments';
import { announceChange } from '../db/caseChanges';
import { holdCalendar } from '../db/calendar';
import { erase } from '../db/erasure';
import { changedJointly } from '../db/jointPublications';
import { addNotices } from '../db/notices';
import { projectPublication } from '../db/publications';
import { queueAgain, queueNews } from '../db/subscriberQueue';
import { recordEvents } from '../db/record';
import { numberChanges } from '../db/senders';
import { together } from '../db/together';
import type { Recorded } from '../domain/case';
import { effectsOf } from '../domain/effects';
import type { Entered } from '../domain/entered';
import { stepsOf } from '../domain/evolve';
import { outgoingOf } from '../news/outgoing';
import { createCalendarActivities } from './calendar';
import { createConsequences, type JustWritten } from './consequences';
import type { ActivityDependencies } from './index';

export interface Written {
  /** What stands on record in place of the events; missing where they do. */
  readonly instead?: Recorded;
}

/**
 * Puts events on record with the read model and the notices that follow, and brings about what they lead to; also where
 * an earlier try had written them, or others in their place.
 */
export const createRecord = (dependencies: ActivityDependencies) => {
  const { db, messaging } = dependencies;
  const { catchUp } = createCalendarActivities(dependencies);
  const bringAbout = createConsequences(dependencies);
  return async (entered: Entered): Promise<Written> => {
    const { code, events, clock } = entered;
    let written = undefined as JustWritten | undefined;
    const { state, instead } = await recordEvents(db, entered, async (tx, after, before) => {
      if (events[0]?.type === 'submit') await holdCalendar(tx);
      const told = stepsOf(before, events)
        .map((step) => ({ event: step.event, effects: effectsOf(step) }))
        .filter(({ effects }) => effects.length > 0);
      // Together, so that an act takes few round trips.
      const [queued] = await together([
        queueNews(tx, code, outgoingOf(events, after.state)),
        announceChange(tx, after.state),
        ...told.map(({ event, effects }) =>
          addNotices(tx, code, event, effects, messaging === null ? 'shown' : 'pending')
        ),
        ...events.map((event) => addUses(tx, code, event)),
      ]);
      for (const event of events) {
        await projectPublication(tx, after.state, event);
        if (event.type === 'erase') await erase(tx, code, event);
      }
      const jointly = await changedJointly(tx, code, events);
      const toldAgain = await queueAgain(
        tx,
        jointly.map((one) => one.code)
      );
      await numberChanges(tx, [{ code, sender: after.sender }, ...jointly]);
      assertInTime();
      written = { queued: [...queued, ...toldAgain], told: told.map(({ event }) => event.seq) };
    });
    const onRecord = instead?.events ?? events;
    if (onRecord[0]?.type === 'submit') await catchUp(state);
    await bringAbout({ code, events: onRecord, clock }, written);
    return instead === null ? {} : { instead };
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
