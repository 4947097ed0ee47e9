import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { choosePort, rememberRun } from './lastRun';
import { findPostgresProgram, type PostgresProgram } from './postgresProgram';
import { run } from './run';
import { launch, type Log, type Server } from './server';

export interface PostgresServer extends Server {
  /** Of the database `pakn`, whose user may create others. */
  url: string;
}

interface PostgresOptions {
  /** Keeps the cluster, its password, port and log. */
  dataDir: string;
  log: Log;
  /** Settings of postgresql.conf, such as `{ fsync: 'off' }` for tests. */
  settings?: Record<string, string>;
}

const NAME = 'pakn';

/** Starts PostgreSQL on a free loopback port over the state under `dataDir`, made when there is none. */
export async function startPostgres({ dataDir, log, settings = {} }: PostgresOptions): Promise<PostgresServer> {
  const inDataDir = (name: string) => join(resolve(dataDir), name);
  await mkdir(dataDir, { recursive: true });
  const program = await findPostgresProgram(log);

  const cluster = inDataDir('postgres');
  const passwordFile = inDataDir('postgres.password');
  if (!existsSync(cluster)) {
    log(`creating a PostgreSQL cluster in ${cluster}`);
    await createPassword(passwordFile, program);
    await createCluster(cluster, passwordFile, program);
  }
  const password = await readFile(passwordFile, 'utf8');

  const runFile = inDataDir('postgres.run.json');
  const port = await choosePort(runFile, log);
  const urlOf = (database: string) => `postgres://${NAME}:${password}@127.0.0.1:${port}/${database}`;
  const server = await launch({
    name: 'PostgreSQL',
    command: program.postgres,
    args: ['-D', cluster, ...flags({ ...settings, port: String(port) })],
    logFile: inDataDir('postgres.log'),
    user: program.user,
    probe: () => ensureDatabase(urlOf('postgres')),
  });
  await rememberRun(runFile, { pid: server.pid, port });
  log(`PostgreSQL answers on 127.0.0.1:${port}`);
  return { ...server, url: urlOf(NAME) };
}

/** Temporal's four services take up to 30 each, each process of ours 10 and more; PostgreSQL's own 100 are too few for a stack. */
const CONNECTIONS = '300';

const MEGABYTE = 1024 * 1024;

/**
 * A quarter of the memory that may be used, from PostgreSQL's own 128 MB up to 1 GB: what searches and lists read often then
 * stays with it. It is taken as it is needed.
 */
function sharedBuffers(): string {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity);
  return `${String(Math.min(1024, Math.max(128, Math.floor(memory / 4 / MEGABYTE))))}MB`;
}

const flags = (settings: Record<string, string>) =>
  Object.entries({
    max_connections: CONNECTIONS,
    shared_buffers: sharedBuffers(),
    ...settings,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

async function createPassword(file: string, { user }: PostgresProgram): Promise<void> {
  await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user) await chown(file, user.uid, user.gid);
}

/** Made beside its place and then moved there: a start that was killed half-way leaves no half cluster. */
async function createCluster(cluster: string, passwordFile: string, { initdb, user }: PostgresProgram): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  if (user) await chown(unfinished, user.uid, user.gid);
  try {
    await run(
      initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${NAME}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // ICU sorts Vietnamese; the C library's part must still know Unicode letters, for pg_trgm.
        '--locale-provider=icu',
        '--icu-locale=vi-VN',
        `--locale=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
        '--lc-messages=C',
        '--text-search-config=simple',
      ],
      { user, cwd: '/' }
    );
  } catch (error) {
    const hint = user
      ? ' Root runs it as the user "postgres": choose a DATA_DIR whose folders that user can enter.'
      : '';
    throw new Error(`PostgreSQL could not create its cluster in ${unfinished}.${hint}`, { cause: error });
  }
  await rename(unfinished, cluster);
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, connect_timeout: 5 });
  try {
    const existing = await sql`SELECT 1 FROM pg_database WHERE datname = ${NAME}`;
    if (existing.length === 0) await sql`CREATE DATABASE ${sql(NAME)}`;
  } finally {
    await sql.end();
  }
}
