import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Connection } from '@temporalio/client';
import { userCacheDir } from './cache';
import { choosePort, rememberRun } from './lastRun';
import { launch, type Log, type Server } from './server';
import { findTemporalCli } from './temporalCli';

export interface TemporalServer extends Server {
  /** Host and port of its gRPC API, which has the namespace `default`. */
  address: string;
}

interface TemporalOptions {
  /** Keeps the workflows, the port and the log. */
  dataDir: string;
  /** Where a server that was downloaded or built is kept. */
  cacheDir?: string;
  log: Log;
  /** Forgets all workflows when it stops: for tests. */
  inMemory?: boolean;
  /** More flags of `temporal server start-dev`, such as `--dynamic-config-value`. */
  flags?: string[];
}

/** Starts Temporal's development server on a free loopback port over the state under `dataDir`. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const { dataDir, cacheDir = userCacheDir, log, inMemory = false, flags = [] } = options;
  const inDataDir = (name: string) => join(resolve(dataDir), name);
  await mkdir(dataDir, { recursive: true });
  const command = await findTemporalCli(cacheDir, log);

  const runFile = inDataDir('temporal.run.json');
  const port = await choosePort(runFile, log);
  const address = `127.0.0.1:${port}`;
  const uiPort = process.env.TEMPORAL_UI_PORT;
  const server = await launch({
    name: 'Temporal',
    command,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--log-level', 'warn', '--log-format', 'json'],
      ...(inMemory ? [] : ['--db-filename', inDataDir('temporal.db')]),
      ...(uiPort === undefined ? ['--headless'] : ['--ui-port', uiPort]),
      ...flags,
    ],
    logFile: inDataDir('temporal.log'),
    probe: () => requireNamespace(address),
  });
  await rememberRun(runFile, { pid: server.pid, port });
  log(`Temporal answers on ${address}`);
  return { ...server, address };
}

/** The port opens before the namespace is there. */
async function requireNamespace(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  try {
    await connection.withDeadline(Date.now() + 2000, () =>
      connection.workflowService.describeNamespace({ namespace: 'default' })
    );
  } finally {
    await connection.close();
  }
}
