import { recordedFrom } from '../db/recorded';
import type { Recorded } from '../domain/case';
import type { TrainingClock } from '../domain/trainingClock';
import { createConsequences } from './consequences';
import type { ActivityDependencies } from './index';

/** What stands on the record of a case from a number on, with everything that follows from it done. */
export const createRecall = (dependencies: ActivityDependencies) => {
  const bringAbout = createConsequences(dependencies);
  return async (code: string, from: number, clock: TrainingClock | null): Promise<Recorded> => {
    const recorded = await recordedFrom(dependencies.db, code, from);
    await bringAbout({ code, events: recorded.events, clock });
    return recorded;
  };
};
