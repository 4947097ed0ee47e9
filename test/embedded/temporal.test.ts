import { rm } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { startTemporal, type TemporalServer } from '../../embedded/temporal';
import { findTemporalCli } from '../../embedded/temporalCli';
import { temporaryFolder } from '../support/servers';
import { startTimeSkipping } from '../support/timeSkipping';

const log = () => undefined;
let dataDir: string;
let server: TemporalServer;

beforeAll(async () => {
  dataDir = await temporaryFolder();
  server = await startTemporal({ dataDir, log });
});

afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

const withClient = async <T>(use: (client: Client) => Promise<T>): Promise<T> => {
  const connection = await Connection.connect({ address: server.address });
  try {
    return await use(new Client({ connection }));
  } finally {
    await connection.close();
  }
};

test('keeps its workflows and its port when it is killed, and tells its owner', async () => {
  await withClient((client) =>
    client.workflow.start('anything', { workflowId: 'kept', taskQueue: 'no-worker', args: [] })
  );
  const { address } = server;
  process.kill(server.pid, 'SIGKILL');
  expect(await server.exited).toContain('SIGKILL');

  server = await startTemporal({ dataDir, log });
  expect(server.address).toBe(address);
  const { status } = await withClient((client) => client.workflow.getHandle('kept').describe());
  expect(status.name).toBe('RUNNING');
});

test('says why it did not start', async () => {
  await server.stop();
  const start = startTemporal({ dataDir, log, flags: ['--no-such-flag'] });
  await expect(start).rejects.toThrow(/Temporal ended with 1[^]*unknown flag: --no-such-flag/);
});

test('refuses a TEMPORAL_CLI_PATH that cannot be run', async () => {
  process.env.TEMPORAL_CLI_PATH = __filename;
  try {
    await expect(findTemporalCli(dataDir, log)).rejects.toThrow(
      /TEMPORAL_CLI_PATH names .*, which is not an executable/
    );
  } finally {
    delete process.env.TEMPORAL_CLI_PATH;
  }
});

test('the test server lets a day pass at once', async () => {
  const environment = await startTimeSkipping();
  try {
    const before = await environment.currentTimeMs();
    await environment.sleep('1 day');
    expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(86_400_000);
  } finally {
    await environment.teardown();
  }
});
