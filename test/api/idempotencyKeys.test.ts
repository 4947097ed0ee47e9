import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { takeKey } from '../../db/idempotency';
import { asService, createTestDatabase, type TestDatabase } from '../support/database';

let testDatabase: TestDatabase;
let database: OpenDatabase;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(await asService(testDatabase), { max: 1 });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

const claimOf = (caseCode: string | null) => ({
  actor: 'citizen',
  key: randomUUID(),
  requestHash: 'of the request',
  caseCode,
  about: null,
});

test('R5: a key that reserves a code is on disk before the case is begun; for an act the disk is not waited for', async () => {
  const { db } = database;
  const taken = async (caseCode: string | null) => {
    await db.execute(sql`begin`);
    await db.execute(sql`set local synchronous_commit = on`);
    await takeKey(db, claimOf(caseCode));
    const [shown] = await db.execute(sql`show synchronous_commit`);
    await db.execute(sql`rollback`);
    return shown?.['synchronous_commit'];
  };
  expect(await taken('PAKN-2611-0000-0000-0000')).toBe('on');
  expect(await taken(null)).toBe('off');
});

test.each(['PAKN-2611-0000-0000-0000', null])(
  'a key that was taken comes back as it stands (code %s)',
  async (code) => {
    const claim = claimOf(code);
    expect(await takeKey(database.db, claim)).toMatchObject({ ...claim, repeated: false });
    expect(await takeKey(database.db, { ...claim, requestHash: 'of another' })).toMatchObject({
      ...claim,
      repeated: true,
    });
  }
);
