import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { createCaseClient, type CaseClient } from '../../client';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { migrate } from '../../db/migrate';
import type { TrainingClock } from '../../domain/trainingClock';
import type { Instant } from '../../domain/time';
import { registerSearchAttributes } from '../../temporal/registerSearchAttributes';
import { createTestDatabase } from '../support/database';
import { fromSetup } from '../support/environment';
import { TEST_PAYLOAD_KEYS, testDataConverter } from '../support/keyring';
import { clockFrom } from '../support/legalClock';
import { startProcess, type Process } from '../support/process';

/** Cases on the shared servers, with a database and a task queue of their own, and workers as processes. */
export interface CaseStage {
  readonly temporal: Client;
  readonly client: CaseClient;
  readonly database: OpenDatabase;
  readonly databaseUrl: string;
  readonly taskQueue: string;
  readonly clock: TrainingClock;
  readonly startWorker: (env?: Record<string, string>) => Process;
  /** Once the workers have ended. */
  readonly stop: () => Promise<void>;
}

interface Reach {
  /** Of Temporal, where it is not the one that the tests share. */
  readonly address?: string;
  /** Milliseconds that clients wait for a case to answer. */
  readonly patience?: number;
  /** Of the legal clock. */
  readonly speed?: number;
}

/** @param start the legal time at which it begins. */
export async function setCaseStage(
  start: Instant,
  { address = fromSetup('TEST_TEMPORAL_ADDRESS'), speed, ...reach }: Reach = {}
): Promise<CaseStage> {
  const connection = await Connection.connect({ address });
  await registerSearchAttributes(connection, 'default');
  const temporal = new Client({ connection, dataConverter: testDataConverter });
  const testDatabase = await createTestDatabase();
  await migrate(testDatabase.url);
  const database = openDatabase(testDatabase.url);
  const taskQueue = randomUUID();
  const clock = clockFrom(start, speed);
  return {
    temporal,
    client: createCaseClient({ client: temporal, taskQueue, clock, ...reach }),
    database,
    databaseUrl: testDatabase.url,
    taskQueue,
    clock,
    startWorker: (env = {}) =>
      startProcess('worker.ts', {
        DATABASE_URL: testDatabase.url,
        TEMPORAL_ADDRESS: address,
        TASK_QUEUE: taskQueue,
        PAYLOAD_KEYS: TEST_PAYLOAD_KEYS,
        WORKFLOW_BUNDLE: fromSetup('TEST_WORKFLOW_BUNDLE'),
        PUBLIC_URL: 'http://127.0.0.1',
        ...env,
      }),
    stop: async () => {
      await database.close();
      await testDatabase.drop();
      await connection.close();
    },
  };
}
