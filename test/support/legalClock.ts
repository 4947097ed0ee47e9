import { openDatabase } from '../../db/database';
import { migrate } from '../../db/migrate';
import { settings } from '../../db/schema';
import { toMillis, type Instant } from '../../domain/time';
import type { TrainingClock } from '../../domain/trainingClock';

/** Half a real day: the nearest speed that the origin of a training clock can be reckoned from exactly. */
const DAY_SECONDS = 43_200;

/** Sets the legal time of a service that is about to start with a database; answers the environment that goes with it. */
export async function setLegalClock(databaseUrl: string, startsAt: Instant): Promise<Record<string, string>> {
  const speed = 86_400 / DAY_SECONDS;
  const clock: TrainingClock = { speed, startedAt: (Date.now() * speed - toMillis(startsAt)) / (speed - 1) };
  await migrate(databaseUrl);
  const { db, close } = openDatabase(databaseUrl, { max: 1 });
  await db.insert(settings).values({ name: 'trainingClock', value: clock });
  await close();
  return { TRAINING_DAY_SECONDS: String(DAY_SECONDS) };
}
