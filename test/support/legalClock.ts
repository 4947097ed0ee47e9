import { openDatabase } from '../../db/database';
import { migrate } from '../../db/migrate';
import { settings } from '../../db/schema';
import { toMillis, type Instant } from '../../domain/time';
import type { TrainingClock } from '../../domain/trainingClock';

/** Half a real day: the nearest speed that the origin of a training clock can be reckoned from exactly. */
const DAY_SECONDS = 43_200;

/** The environment of whatever runs on an installation whose legal time was set. */
export const onLegalClock = { TRAINING_DAY_SECONDS: String(DAY_SECONDS) };

/** A clock that shows the moment now, and runs faster than that of the wall. */
export function clockFrom(startsAt: Instant, speed = 86_400 / DAY_SECONDS): TrainingClock {
  return { speed, startedAt: (Date.now() * speed - toMillis(startsAt)) / (speed - 1) };
}

/** Sets the legal time of a service that is about to start with a database; answers the environment that goes with it. */
export async function setLegalClock(databaseUrl: string, startsAt: Instant): Promise<Record<string, string>> {
  await migrate(databaseUrl);
  const { db, close } = openDatabase(databaseUrl, { max: 1 });
  await db.insert(settings).values({ name: 'trainingClock', value: clockFrom(startsAt) });
  await close();
  return onLegalClock;
}
