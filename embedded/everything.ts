import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startNodeProcess } from './nodeProcess';
import { choosePort, rememberRun, requireFree } from './lastRun';
import { startPostgres } from './postgres';
import { recordKeyFile } from './recordKey';
import { secretsOf, type Secrets } from './secrets';
import type { Log, Server } from './server';
import { supervise } from './supervise';
import { startTemporal } from './temporal';
import { startTemporalOnPostgres } from './temporalOnPostgres';

/** What is to run on this machine. */
export interface Extent {
  /** The development server on a file of its own, or the production server on PostgreSQL. */
  temporal: 'development' | 'onPostgres';
  workers: number;
  apis: number;
}

export interface Everything {
  /** Of each API process. */
  addresses: string[];
  dataDir: string;
  secrets: Secrets;
  /** What the processes were started with. */
  env: NodeJS.ProcessEnv;
  stop: () => Promise<void>;
}

const DEFAULT_PORT = 3000;

/** Starts PostgreSQL and Temporal, unless the environment names others, then workers and APIs; keeps all of them running. */
export async function startEverything({ temporal, workers, apis }: Extent, log: Log): Promise<Everything> {
  const dataDir = resolve(process.env.DATA_DIR ?? '.data');
  await mkdir(dataDir, { recursive: true });
  const secrets = await secretsOf(dataDir);
  const stops: (() => Promise<void>)[] = [];
  const keep = async <S extends Server>(name: string, start: () => Promise<S>): Promise<S> => {
    const { first, stop } = await supervise(name, start, log);
    stops.unshift(stop);
    return first;
  };
  const stop = async () => {
    for (const stopOne of stops) await stopOne();
  };

  try {
    const databaseUrl =
      process.env.DATABASE_URL ?? (await keep('PostgreSQL', () => startPostgres({ dataDir, log }))).url;
    const startEngine = () =>
      temporal === 'development'
        ? startTemporal({ dataDir, log })
        : startTemporalOnPostgres({ dataDir, databaseUrl, log });
    const temporalAddress = process.env.TEMPORAL_ADDRESS ?? (await keep('Temporal', startEngine)).address;

    const ports = await apiPorts(dataDir, apis, log);
    const addresses = ports.map((port) => `http://127.0.0.1:${port}`);
    const env = {
      AUTH_SECRET: secrets.authSecret,
      PAYLOAD_KEYS: secrets.payloadKeys,
      PUBLIC_URL: addresses[0],
      ...(process.env.RECORD_KEY === undefined ? { RECORD_KEY_FILE: await recordKeyFile(dataDir) } : {}),
      ...process.env,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
    };
    log('starting the workers and the API');
    await Promise.all([
      ...numbered('worker', workers).map((name) =>
        keep(name, () => startNodeProcess({ name, script: 'worker.ts', env, dataDir, probe: () => Promise.resolve() }))
      ),
      ...numbered('api', apis).map((name, index) =>
        keep(name, () =>
          startNodeProcess({
            name,
            script: 'server.ts',
            env: { ...env, PORT: String(ports[index]) },
            dataDir,
            probe: () => assertReady(String(addresses[index])),
          })
        )
      ),
    ]);
    return { addresses, dataDir, secrets, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `worker`, `worker-2`, …: the names of logs and process ids. */
const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => (index === 0 ? name : `${name}-${index + 1}`));

/** `PORT` and those after it where it is given; else the port of the last run. It is remembered for whoever looks for the service. */
async function apiPorts(dataDir: string, count: number, log: Log): Promise<number[]> {
  const { PORT } = process.env;
  const runFile = join(dataDir, 'api.run.json');
  const first = await (PORT === undefined ? choosePort(runFile, log, DEFAULT_PORT) : requireFree(Number(PORT)));
  await rememberRun(runFile, { pid: process.pid, port: first });
  const others = Array.from({ length: count - 1 }, (_, index) => requireFree(first + index + 1));
  return [first, ...(await Promise.all(others))];
}

async function assertReady(address: string): Promise<void> {
  const response = await fetch(`${address}/readyz`);
  if (!response.ok) throw new Error(`${address}/readyz answers ${response.status}`);
}
