import { openDatabase } from '../../db/database';
import { migrate } from '../../db/migrate';
import { trainingClockOf } from '../../db/trainingClock';
import { createTestDatabase } from '../support/database';

test('an installation on a training clock starts with that clock or not at all', async () => {
  const database = await createTestDatabase();
  await migrate(database.url);
  const { db, close } = openDatabase(database.url, { max: 1 });
  try {
    expect(await trainingClockOf(db, null)).toBeNull();
    const clock = await trainingClockOf(db, 2);
    expect(clock).toMatchObject({ speed: 43_200 });
    expect(await trainingClockOf(db, 2)).toEqual(clock);
    await expect(trainingClockOf(db, 3)).rejects.toThrow('TRAINING_DAY_SECONDS cannot change');
    await expect(trainingClockOf(db, null)).rejects.toThrow('TRAINING_DAY_SECONDS is missing');
  } finally {
    await close();
    await database.drop();
  }
});
