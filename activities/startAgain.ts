import { getClient } from '@temporalio/activity';
import { createCaseClient } from '../client';
import { findCase } from '../db/cases';
import { undeliveredOf } from '../db/notices';
import { dateOf } from '../domain/time';
import type { TrainingClock } from '../domain/trainingClock';
import { handOver, latestRun } from '../recovery/handOver';
import { createNoticeDeliveries } from '../starters/noticeDeliveries';
import { changesOwed, tellChanges } from './agencyChanges';
import { createCalendarActivities } from './calendar';
import { createFromRecord } from './fromRecord';
import type { ActivityDependencies } from './index';
import { startingHere } from './startingHere';

/** A case that is to go on from its record, and the clock that it goes by. */
export interface StartingAgain {
  readonly code: string;
  readonly clock: TrainingClock | null;
}

/** The steps of `workflows/startAgain.ts`. */
export const createStartAgain = ({ db, now }: Pick<ActivityDependencies, 'db' | 'now'>) => {
  const fromRecord = createFromRecord(db);
  const { catchUp } = createCalendarActivities({ db });
  return {
    /** The run that is to be replaced; null where Temporal knows none. */
    runToReplace: (code: string): Promise<string | null> => latestRun(getClient(), code),

    /** Begins a run from what stands on record. Done again, it leaves the new run alone. */
    async replaceRun({ code, clock }: StartingAgain, replaced: string | null): Promise<void> {
      if ((await latestRun(getClient(), code)) !== replaced) return;
      const { known, law } = await fromRecord(code);
      await createCaseClient(startingHere(clock)).restart(known, law);
    },

    handOverSignals: (code: string, replaced: string): Promise<void> => handOver(getClient(), code, replaced),

    /** Tells the case of official days and reforms that nobody could tell it of, and begins the messages that the record owes to somebody. */
    async deliverOwed({ code, clock }: StartingAgain): Promise<void> {
      const row = await findCase(db, code);
      if (row?.open === true) {
        await catchUp(row.state);
        await tellChanges(code, await changesOwed(db, row.agencies, dateOf(now())));
      }
      const deliveries = createNoticeDeliveries(startingHere(clock));
      for (const seq of await undeliveredOf(db, code)) await deliveries.start(code, seq);
    },
  };
};
