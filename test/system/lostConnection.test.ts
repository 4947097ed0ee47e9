import { openDatabase } from '../../db/database';
import { fromSetup } from '../support/environment';

test('a query on a connection that was cut is refused, and neither ends the process nor hangs', async () => {
  const { sql, close } = openDatabase(fromSetup('TEST_DATABASE_URL'), { max: 2 });
  const reserved = await sql.reserve();
  const [backend] = await reserved<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await sql`select pg_terminate_backend(${backend!.pid})`;

  await expect(reserved`select 1`).rejects.toThrow();
  await expect(reserved`select 2`).rejects.toThrow();
  expect([...(await sql`select 3 as number`)]).toEqual([{ number: 3 }]);
  reserved.release();
  await close();
});
