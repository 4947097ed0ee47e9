import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startNodeProcess } from './embedded/nodeProcess';
import { choosePort, rememberRun, requireFree } from './embedded/lastRun';
import { startPostgres } from './embedded/postgres';
import { secretsOf } from './embedded/secrets';
import type { Server } from './embedded/server';
import { supervise } from './embedded/supervise';
import { startTemporal } from './embedded/temporal';
import { runUntilStopped } from './process';
import { fillSampleProvince } from './sample/fill';
import { migrate } from './db/migrate';

const DEFAULT_PORT = 3000;

const log = (message: string): void => {
  process.stdout.write(`${message}\n`);
};

/** Everything on one machine: PostgreSQL and Temporal unless the environment names others, the worker, the API, a sample province. */
async function startAll(): Promise<() => Promise<void>> {
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  await mkdir(dataDir, { recursive: true });
  const secrets = await secretsOf(dataDir);
  const stops: (() => Promise<void>)[] = [];
  const keep = async <S extends Server>(name: string, start: () => Promise<S>): Promise<S> => {
    const { first, stop } = await supervise(name, start, log);
    stops.unshift(stop);
    return first;
  };
  const stopAll = async () => {
    for (const stop of stops) await stop();
  };

  try {
    const databaseUrl =
      process.env.DATABASE_URL ?? (await keep('PostgreSQL', () => startPostgres({ dataDir, log }))).url;
    const temporalAddress =
      process.env.TEMPORAL_ADDRESS ?? (await keep('Temporal', () => startTemporal({ dataDir, log }))).address;
    const apiRun = join(dataDir, 'api.run.json');
    const { PORT } = process.env;
    const port = await (PORT === undefined ? choosePort(apiRun, log, DEFAULT_PORT) : requireFree(Number(PORT)));
    const address = `http://127.0.0.1:${String(port)}`;
    const env = {
      AUTH_SECRET: secrets.authSecret,
      PAYLOAD_KEYS: secrets.payloadKeys,
      PUBLIC_URL: address,
      ...process.env,
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      PORT: String(port),
    };

    await migrate(databaseUrl);
    log('starting the worker and the API');
    await Promise.all([
      keep('worker', () =>
        startNodeProcess({ name: 'worker', script: 'worker.ts', env, dataDir, probe: () => Promise.resolve() })
      ),
      keep('api', () =>
        startNodeProcess({ name: 'api', script: 'server.ts', env, dataDir, probe: () => assertReady(address) })
      ),
    ]).then(([, api]) => rememberRun(apiRun, { pid: api.pid, port }));

    if (process.env.NODE_ENV !== 'production')
      await fillSampleProvince({ env, address, password: secrets.samplePassword, log });
    log(`\nReady: ${address}  (what the API offers: ${address}/docs; state and logs: ${dataDir}; stop with Ctrl-C)`);
    return stopAll;
  } catch (error) {
    await stopAll();
    throw error;
  }
}

async function assertReady(address: string): Promise<void> {
  const response = await fetch(`${address}/readyz`);
  if (!response.ok) throw new Error(`${address}/readyz answers ${String(response.status)}`);
}

runUntilStopped(startAll);
