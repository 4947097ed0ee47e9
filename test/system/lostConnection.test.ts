import type postgres from 'postgres';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { fromSetup } from '../support/environment';
import { eventually } from '../support/eventually';
import { startTcpProxy, type TcpProxy } from '../support/tcpProxy';

let proxy: TcpProxy;
let database: OpenDatabase;

beforeEach(async () => {
  const url = new URL(fromSetup('TEST_DATABASE_URL'));
  proxy = await startTcpProxy(url.hostname, Number(url.port));
  url.port = String(proxy.port);
  database = openDatabase(url.href, { max: 2 });
});
afterEach(async () => {
  await database.close();
  await proxy.close();
});

const refused = (query: Promise<unknown>): Promise<unknown> =>
  query.then(
    () => 'answered',
    (error: unknown) => (error as { code?: string }).code
  );

/** Asks again at once, before the driver has seen the end of the connection, and once more when it has. */
async function askedThrice(sql: postgres.ISql, first: Promise<unknown>): Promise<unknown[]> {
  const answers = [await refused(first), await refused(sql`select 1`)];
  return [...answers, await refused(sql`select ${2}::int`)];
}

/** The pool may hand out what is just about to end, but not for long. */
async function goesOn(): Promise<void> {
  const ask = () => Promise.all([1, 2, 3].map((number) => refused(database.sql`select ${number}::int`)));
  await eventually(ask, (answers) => answers.every((answer) => answer === 'answered'));
}

test('every query on a connection that PostgreSQL ended is refused, and the others go on', async () => {
  const reserved = await database.sql.reserve();
  const [backend] = await reserved<{ pid: number }[]>`select pg_backend_pid() as pid`;
  await database.sql`select pg_terminate_backend(${backend!.pid})`;

  expect(await askedThrice(reserved, reserved`select 1`)).not.toContain('answered');
  reserved.release();
  await goesOn();
});

test('a transaction that does nothing for a minute is ended, and the others go on', async () => {
  const bound = database.sql<
    { minute: string }[]
  >`select current_setting('idle_in_transaction_session_timeout') as minute`;
  expect(await bound).toEqual([{ minute: '1min' }]);
  const idle = database.sql.begin(async (tx) => {
    const [backend] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await tx`set local idle_in_transaction_session_timeout = '100ms'`;
    const alive = () => database.sql`select 1 from pg_stat_activity where pid = ${backend!.pid}`;
    await eventually(alive, (rows) => rows.length === 0);
    await tx`select 1`;
  });
  expect(await refused(idle)).toBe('CONNECTION_CLOSED');
  await goesOn();
});

test('a statement that takes longer than it may is given up, and its connection goes on', async () => {
  const impatient = openDatabase(fromSetup('TEST_DATABASE_URL'), { max: 1, statementSeconds: 1 });
  expect(await refused(impatient.sql`select pg_sleep(600)`)).toBe('57014');
  expect(await refused(impatient.sql`select 1`)).toBe('answered');
  await impatient.close();
});

test('every query on a connection that was reset is refused, and the others go on', async () => {
  const reserved = await database.sql.reserve();
  const asked = reserved`select pg_sleep(600)`.execute();
  const behind = reserved`select ${1}::int`.execute();
  proxy.reset();

  expect(await askedThrice(reserved, asked)).toEqual(['ECONNRESET', 'CONNECTION_CLOSED', 'CONNECTION_CLOSED']);
  expect(await refused(behind)).toBe('ECONNRESET');
  reserved.release();
  await goesOn();
});

test('a transaction on a connection that was reset ends, and the others go on', async () => {
  let asked: Promise<unknown[]> | undefined;
  const transaction = database.sql.begin((sql) => {
    asked = askedThrice(sql, sql`select pg_sleep(600)`.execute());
    return asked;
  });
  await eventually(
    () =>
      database.sql`select from pg_stat_activity where datname = current_database() and query like '%pg_sleep%' and pid <> pg_backend_pid()`,
    ({ length }) => length > 0
  );
  proxy.reset();

  expect(await refused(transaction)).toBe('CONNECTION_CLOSED');
  expect(await asked).toEqual(['ECONNRESET', 'CONNECTION_CLOSED', 'CONNECTION_CLOSED']);
  await goesOn();
});
