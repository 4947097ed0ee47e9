import { recalled, remembered } from './settings';
import type { Database } from './database';
import type { TrainingClock } from '../domain/trainingClock';

const NAME = 'trainingClock';
const SECONDS_A_DAY = 86_400;

/**
 * The training clock of this installation, null where it keeps real time. It starts when it is first asked for and goes
 * on from there after every restart. @throws Error where an installation that has one is started without it, or at another
 * speed: its cases count by it.
 */
export async function trainingClockOf(db: Database, daySeconds: number | null): Promise<TrainingClock | null> {
  if (daySeconds === null) {
    if ((await recalled(db, NAME)) !== undefined)
      throw new Error('this installation runs on a training clock: TRAINING_DAY_SECONDS is missing');
    return null;
  }
  const first: TrainingClock = { startedAt: Date.now(), speed: SECONDS_A_DAY / daySeconds };
  const clock = await remembered(db, NAME, first);
  if (clock.speed !== first.speed)
    throw new Error('this installation runs its training clock at another speed: TRAINING_DAY_SECONDS cannot change');
  return clock;
}
