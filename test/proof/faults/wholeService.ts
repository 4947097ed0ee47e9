import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inspect } from 'node:util';
import type { Client } from '@temporalio/client';
import { sql } from 'drizzle-orm';
import { createCaseClient } from '../../../client';
import { openDatabase, type Database } from '../../../db/database';
import { cases } from '../../../db/schema';
import { toInstant, toMillis, type Instant } from '../../../domain/time';
import { parseKeyring } from '../../../secrets/keyring';
import { dataConverter } from '../../../temporal/dataConverter';
import { connectClient } from '../../../temporal/connect';
import { trainingClockOf } from '../../../db/trainingClock';
import { caseWorkflowId } from '../../../workflows/messages';
import { eventually } from '../../support/eventually';
import { replayRuns } from '../../support/histories';
import { dataFolder, runProgram, type DataFolder } from '../../support/program';
import { withoutLimits } from '../../support/withoutLimits';
import { bundleInto } from '../../support/workflowBundle';
import { checkRecord, type Checked } from './check';
import { answered, signIn, type Entry } from './clients';

/** Everything on one machine, as `npm start` or `npm run stack` starts it over a data folder. */
export interface WholeService {
  readonly addresses: readonly string[];
  readonly password: string;
  readonly folder: DataFolder;
  inDatabase<T>(work: (db: Database) => Promise<T>): Promise<T>;
  /** Waits until nothing is due, and holds what clients wrote down against what the service knows. */
  check(entries: readonly Entry[], besides: readonly string[]): Promise<Checked>;
  stop(): Promise<void>;
  /** As if the machine lost its power. */
  crash(): Promise<void>;
}

export interface Kind {
  /** On Temporal's development server, or on its own server with PostgreSQL. */
  readonly program: keyof typeof everyPart;
  readonly dataDir: string;
  readonly daySeconds: number;
  /** The workflows, bundled already; without it each worker that starts bundles them. */
  readonly workflowBundle?: string;
}

/** What runs, by the names of the process ids in the data folder. */
export const everyPart = {
  'start.ts': ['worker', 'api', 'temporal', 'postgres'],
  'stack.ts': ['worker', 'worker-2', 'api', 'api-2', 'temporal', 'postgres'],
} as const;

/** What was due this long ago must be on record when the record is looked at. */
const SETTLING_SECONDS = 5;
const MILLIS_A_DAY = 86_400_000;
const PATIENCE_MILLIS = 60_000;

export async function startWholeService({ program, dataDir, daySeconds, workflowBundle }: Kind): Promise<WholeService> {
  const folder = dataFolder(dataDir);
  const service = runProgram(program, dataDir, {
    ...withoutLimits,
    TRAINING_DAY_SECONDS: String(daySeconds),
    ...(workflowBundle === undefined ? {} : { WORKFLOW_BUNDLE: workflowBundle }),
  });
  try {
    await service.printed('Ready: ');
  } catch (error) {
    await service.stop();
    throw error;
  }
  const ready = /^Ready: .*$/m.exec(service.output())?.[0] ?? '';
  const addresses = [...ready.matchAll(/http:\/\/[\d.:]+(?= |$)/g)].map(([address]) => address);
  const { samplePassword: password, payloadKeys } = await folder.secrets();
  const inDatabase = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const { db, close } = openDatabase(await databaseUrl(dataDir, folder), { max: 4 });
    try {
      return await work(db);
    } finally {
      await close();
    }
  };
  return {
    addresses,
    password,
    folder,
    inDatabase,
    check: async (entries, besides) => {
      await Promise.all(addresses.map((address) => answered(`${address}/readyz`)));
      return inDatabase(async (db) => {
        const keyring = parseKeyring(payloadKeys);
        process.env['TEMPORAL_ADDRESS'] = `127.0.0.1:${await folder.portOf('temporal')}`;
        const { client: temporal, connection } = await connectClient(keyring);
        try {
          const clock = await trainingClockOf(db, daySeconds);
          const client = createCaseClient({ client: temporal, taskQueue: 'cases', clock, patience: PATIENCE_MILLIS });
          const quiet = await quietTime(db, addresses[0]!, daySeconds);
          const checked = await checkRecord(entries, { db, client, quiet, besides });
          const lost = await lostFiles(entries, addresses[0]!, password);
          const stuck = await unreplayable(temporal, await codesIn(db), {
            workflowBundle: { codePath: workflowBundle ?? (await bundleInto(dataDir)) },
            dataConverter: dataConverter(keyring),
          });
          return { ...checked, complaints: [...checked.complaints, ...lost, ...stuck] };
        } finally {
          await connection.close();
        }
      });
    },
    stop: service.stop,
    async crash() {
      const pids = await Promise.all(everyPart[program].map((part) => folder.pidOf(part)));
      await service.crash();
      for (const pid of pids) await endOf(pid);
    },
  };
}

/** Kills a process, if it is still there, and waits until it is not. */
async function endOf(pid: number): Promise<void> {
  const signal = (name: NodeJS.Signals | 0) => {
    try {
      return process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
      throw error;
    }
  };
  signal('SIGKILL');
  await eventually(
    () => Promise.resolve(signal(0)),
    (alive) => !alive
  );
}

/** The codes of the cases that are there. */
export const codesOf = (service: WholeService): Promise<string[]> => service.inDatabase(codesIn);

const codesIn = async (db: Database): Promise<string[]> =>
  (await db.select({ code: cases.code }).from(cases)).map(({ code }) => code);

export async function databaseUrl(dataDir: string, folder: DataFolder): Promise<string> {
  const password = await readFile(join(dataDir, 'postgres.password'), 'utf8');
  return `postgres://pakn:${password}@127.0.0.1:${await folder.portOf('postgres')}/pakn`;
}

/** Waits until nothing that was due some seconds ago is missing, and answers that moment of the legal clock. */
async function quietTime(db: Database, address: string, daySeconds: number): Promise<Instant> {
  const settled = (SETTLING_SECONDS / daySeconds) * MILLIS_A_DAY;
  const ask = async () => {
    const { legalTime } = (await (await fetch(`${address}/healthz`)).json()) as { legalTime: Instant };
    const quiet = toInstant(toMillis(legalTime) - settled);
    const owing = await db.execute(sql`
      select code from cases where open and exists (
        select from jsonb_each(state -> 'terms') term
        where term.value ->> 'phase' = 'running' and term.value ->> 'endsAt' <= ${quiet})`);
    return { quiet, owing: [...owing].length };
  };
  return (await eventually(ask, ({ owing }) => owing === 0)).quiet;
}

/** Whatever was killed and paused, a case can be brought back from its history by another worker. */
async function unreplayable(
  temporal: Client,
  codes: readonly string[],
  options: Parameters<typeof replayRuns>[2]
): Promise<string[]> {
  const errors: unknown[] = [];
  for (const code of codes)
    await replayRuns(temporal, caseWorkflowId(code), options).catch((error: unknown) => errors.push(error));
  return errors.map((error) => inspect(error));
}

/** Every file that an acknowledged act named comes back as it was sent. */
async function lostFiles(entries: readonly Entry[], address: string, password: string): Promise<string[]> {
  const { token } = await signIn(address, password, 'reception');
  const lost: string[] = [];
  for (const { file, status, mark } of entries) {
    if (file === undefined || status >= 300) continue;
    const response = await fetch(`${address}/v1/attachments/${file.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const content = createHash('sha256')
      .update(Buffer.from(await response.arrayBuffer()))
      .digest('hex');
    if (content !== file.sha256) lost.push(`the file of ${mark} came back otherwise: ${response.status}`);
  }
  return lost;
}
