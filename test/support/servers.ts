import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../embedded/postgres';
import { startTemporal } from '../../embedded/temporal';
import { ensureTimeSkippingServer } from '../../embedded/timeSkippingServer';
import { bundleInto } from './workflowBundle';

/** Undone last first. */
const cleanups: (() => Promise<void>)[] = [];

/** A crash may lose what tests wrote: nobody misses it, and they run faster. */
const volatile = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const log = (message: string) => {
  process.stderr.write(`${message}\n`);
};

/**
 * Starts what the tests share and names it in `TEST_DATABASE_URL`, `TEST_TEMPORAL_ADDRESS`,
 * `TEST_TIME_SKIPPING_SERVER` and `TEST_WORKFLOW_BUNDLE`; a variable that is set already names one of your own.
 */
export async function startServers(): Promise<void> {
  const dataDir = await temporaryFolder();
  cleanups.push(() => rm(dataDir, { recursive: true }));
  await Promise.all([
    provide('TEST_DATABASE_URL', async () => {
      const server = await startPostgres({ dataDir, log, settings: volatile });
      cleanups.push(server.stop);
      return server.url;
    }),
    provide('TEST_TEMPORAL_ADDRESS', async () => {
      const server = await startTemporal({ dataDir, log, inMemory: true });
      cleanups.push(server.stop);
      return server.address;
    }),
    provide('TEST_TIME_SKIPPING_SERVER', () => ensureTimeSkippingServer({ log })),
    provide('TEST_WORKFLOW_BUNDLE', () => bundleInto(dataDir)),
  ]);
}

export async function stopServers(): Promise<void> {
  for (const cleanup of cleanups.reverse()) await cleanup();
}

/** A folder for the state of servers. PostgreSQL, which is never root, must be able to enter it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pakn-test-'));
  await chmod(folder, 0o755);
  return folder;
}

async function provide(variable: string, start: () => Promise<string>): Promise<void> {
  process.env[variable] ??= await start();
}
