import { Writable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../db/database';
import { createLog } from '../../observability/log';
import { createTestDatabase } from '../support/database';

test('a failed query is logged without what people wrote, however deep it lies', async () => {
  const lines: string[] = [];
  const log = createLog(
    'info',
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    })
  );
  const database = await createTestDatabase();
  const { db, close } = openDatabase(database.url);
  await db.execute(sql`create table confided (words text primary key)`);
  const write = () => db.execute(sql`insert into confided values (${'điều chỉ người gửi biết'})`);
  await write();
  const error: unknown = await write().catch((reason: unknown) => reason);
  log.error({ err: error }, 'request failed');
  log.error({ err: new Error('the activity failed', { cause: error }) }, 'activity failed');
  await close();
  await database.drop();

  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toContain('insert into confided');
    expect(line).toContain('duplicate key');
    expect(line).not.toContain('người gửi');
  }
});
