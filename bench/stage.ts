import { Client, Connection } from '@temporalio/client';
import { createCaseClient, type CaseClient } from '../client';
import type { TrainingClock } from '../domain/trainingClock';
import { openDatabase, type OpenDatabase } from '../db/database';
import { startEverything, type Extent } from '../embedded/everything';
import { startNodeProcess } from '../embedded/nodeProcess';
import { fillSampleProvince } from '../sample/fill';
import { signIn, type SignedIn } from '../sample/caseClient';
import { parseKeyring } from '../secrets/keyring';
import { dataConverter } from '../temporal/dataConverter';

/** What is measured: the stack as in production, and beside it, on the same servers, a worker of bare Temporal. */
export interface Stage {
  readonly addresses: readonly string[];
  readonly dataDir: string;
  readonly temporal: Client;
  readonly database: OpenDatabase;
  as(mailbox: string, address?: string): Promise<SignedIn>;
  /** Cases without HTTP and accounts, on a clock of their own; null is the real one. */
  readonly casesOn: (clock: TrainingClock | null) => CaseClient;
  stop(): Promise<void>;
}

const quiet = (): void => undefined;

export async function setStage(dataDir: string, extent: Omit<Extent, 'temporal'>): Promise<Stage> {
  process.env['DATA_DIR'] = dataDir;
  const everything = await startEverything({ temporal: 'onPostgres', ...extent }, quiet);
  const { addresses, secrets, env } = everything;
  const password = secrets.samplePassword;
  const first = String(addresses[0]);
  await fillSampleProvince({ env, address: first, password, log: quiet });
  const probe = () => Promise.resolve();
  const bare = await startNodeProcess({ name: 'bare', script: 'bench/bare/worker.ts', env, dataDir, probe });
  const connection = await Connection.connect({ address: String(env['TEMPORAL_ADDRESS']) });
  const database = openDatabase(String(env['DATABASE_URL']));
  return {
    addresses,
    dataDir,
    temporal: new Client({ connection }),
    database,
    casesOn: (clock) =>
      createCaseClient({
        client: new Client({ connection, dataConverter: dataConverter(parseKeyring(secrets.payloadKeys)) }),
        taskQueue: 'cases',
        clock,
        patience: 60_000,
      }),
    as: (mailbox, address = first) => signIn(address, `${mailbox}@example.vn`, password),
    async stop() {
      await database.close();
      await connection.close();
      await bare.stop();
      await everything.stop();
    },
  };
}
