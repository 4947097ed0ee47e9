import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startPostgres, type PostgresServer } from '../../embedded/postgres';
import { temporaryFolder } from '../support/servers';

const log = () => undefined;
let dataDir: string;
let server: PostgresServer;

const query = async <T>(ask: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(server.url, { max: 1 });
  try {
    return await ask(sql);
  } finally {
    await sql.end();
  }
};

const restart = async () => {
  await server.exited;
  server = await startPostgres({ dataDir, log });
};

beforeAll(async () => {
  dataDir = await temporaryFolder();
  server = await startPostgres({ dataDir, log });
});

afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

test('sorts Vietnamese and searches it without diacritics', async () => {
  const [row] = await query(async (sql) => {
    await sql`CREATE EXTENSION unaccent`;
    await sql`CREATE EXTENSION pg_trgm`;
    return sql`
      SELECT (SELECT string_agg(x, ' ' ORDER BY x) FROM unnest(ARRAY['đ', 'dz', 'â', 'b', 'ă', 'da', 'a']) x) AS sorted,
             unaccent('Đường Nguyễn Huệ') AS plain,
             array_length(show_trgm('đường'), 1) AS trigrams`;
  });
  expect(row).toEqual({ sorted: 'a ă â b da dz đ', plain: 'Duong Nguyen Hue', trigrams: 6 });
});

test('lets in nobody without the password, which only its user can read', async () => {
  const url = new URL(server.url);
  url.password = 'guess';
  await expect(postgres(url.href, { max: 1 })`SELECT 1`).rejects.toThrow(/password authentication failed/);
  expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600);
});

test('keeps a quarter of the memory for what is read often, 1 GB at most', async () => {
  const [row] = await query((sql) => sql`SELECT pg_size_bytes(current_setting('shared_buffers'))::float8 AS bytes`);
  const quarter = Math.min(totalmem(), process.constrainedMemory() || Infinity) / 4;
  const megabyte = 1024 * 1024;
  expect(row?.['bytes']).toBe(Math.min(1024, Math.max(128, Math.floor(quarter / megabyte))) * megabyte);
});

test('keeps its data and its port when it is killed', async () => {
  await query((sql) => sql`CREATE TABLE kept AS SELECT 42 AS answer`);
  const { url } = server;
  process.kill(server.pid, 'SIGKILL');
  expect(await server.exited).toContain('SIGKILL');
  await restart();
  expect(server.url).toBe(url);
  expect(await query((sql) => sql`SELECT answer FROM kept`)).toEqual([{ answer: 42 }]);
});

test('takes another port when a stranger has taken its own', async () => {
  await server.stop();
  const port = Number(new URL(server.url).port);
  const stranger = createServer().listen(port, '127.0.0.1');
  await once(stranger, 'listening');
  await restart();
  stranger.close();
  expect(Number(new URL(server.url).port)).not.toBe(port);
});

test('ends with the process that started it, however that ends, and starts again', async () => {
  await server.stop();
  const script = `require('./embedded/postgres').startPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: console.log })`;
  const parent = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [answers] = (await once(parent.stdout, 'data')) as [Buffer];
  expect(answers.toString()).toContain('answers on');
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  await restart();
  expect(await query((sql) => sql`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
});
