import { openDatabase } from '../../db/database';
import { fromSetup } from '../support/environment';

test('a query on a connection that was cut is refused, does not end the process, and the others go on', async () => {
  const { sql, close } = openDatabase(fromSetup('TEST_DATABASE_URL'), { max: 2 });
  const reserved = await sql.reserve();
  const [backend] = await reserved<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await sql`select pg_terminate_backend(${backend!.pid})`;

  await expect(reserved`select 1`).rejects.toThrow();
  expect([...(await sql`select 3 as number`)]).toEqual([{ number: 3 }]);
  reserved.release();
  await close();
});
