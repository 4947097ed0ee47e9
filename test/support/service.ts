import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import type { Instant } from '../../domain/time';
import type { passwordMail } from '../../workflows/passwordMail';
import { asService, createTestDatabase } from './database';
import { contractOf } from './contract';
import { fromSetup } from './environment';
import { freePort } from './freePort';
import { TEST_PAYLOAD_KEYS, testDataConverter } from './keyring';
import { setLegalClock } from './legalClock';
import { answering, startProcess, type Process } from './process';
import { connectTemporal } from './temporal';
import { visitor, type Visitor } from './visitor';

export interface Service {
  readonly address: string;
  /** As its owner; the processes have the rights of the service alone. */
  readonly databaseUrl: string;
  /** As the processes have it. */
  readonly serviceDatabaseUrl: string;
  readonly taskQueue: string;
  readonly apiKey: string;
  /** Of every sample account. */
  readonly password: string;
  readonly api: Process;
  readonly worker: Process | null;
  /** Stops the API and starts it again at its address. @param env added to the environment of all. */
  restartApi(env?: Environment): Promise<void>;
  /** Another worker, to be stopped by whoever started it. @param env added to the environment of all. */
  startWorker(env?: Environment): Process;
  /** Another API, at a port of its own, to be stopped by whoever started it. */
  startApi(): Promise<Process>;
  /** Somebody whom nobody knows. */
  readonly stranger: Visitor;
  /** The sample account of a mailbox: `citizen`, `reception`, `supervisor`, `leadership`, `admin`, `officer.justice`, `lead.justice` … */
  as(mailbox: string): Promise<Visitor>;
  /** A submitter who has just signed up. */
  newcomer(): Promise<Visitor>;
  /** A connected system with its key. */
  machine(key?: string): Visitor;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string>>;

export interface ServiceOptions {
  /** Added to the environment of API and worker. */
  readonly env?: Environment;
  /** The API's own environment, made from that of both. */
  readonly apiEnv?: (env: Environment) => Environment;
  readonly withWorker?: boolean;
  /** Those of the sample agencies that have an officer and a head. */
  readonly agencies?: readonly string[];
  /** The legal time at which it starts, going twice as fast as the real one from then on; the real one where none is given. */
  readonly startsAt?: Instant;
}

const password = 'a sample password';

/**
 * Starts the whole service as its own processes: API and worker, with a database and a task queue of their own, filled
 * with the sample agencies and accounts. Every answer is checked against `/openapi.json`. Meant once per test file.
 */
export async function startService(options: ServiceOptions = {}): Promise<Service> {
  const {
    env = {},
    apiEnv = (given: Environment) => given,
    withWorker = true,
    agencies = ['office', 'justice', 'construction', 'commune-hill'],
    startsAt,
  } = options;
  const database = await createTestDatabase();
  const port = await freePort();
  const address = `http://127.0.0.1:${String(port)}`;
  const taskQueue = randomUUID();
  const common: Environment = {
    NODE_ENV: 'development',
    LOG_LEVEL: 'warn',
    DATABASE_URL: await asService(database),
    TEMPORAL_ADDRESS: fromSetup('TEST_TEMPORAL_ADDRESS'),
    TASK_QUEUE: taskQueue,
    PAYLOAD_KEYS: TEST_PAYLOAD_KEYS,
    WORKFLOW_BUNDLE: fromSetup('TEST_WORKFLOW_BUNDLE'),
    AUTH_SECRET: randomUUID() + randomUUID(),
    PUBLIC_URL: address,
    PORT: String(port),
    SAMPLE_AGENCIES: agencies.join(','),
    SAMPLE_PASSWORD: password,
    // The people of stories name one telephone in all their submissions.
    SUBMISSIONS_PER_RECIPIENT: '1000000',
    FIRST_MESSAGES_PER_RECIPIENT: '1000000',
    ...(startsAt === undefined ? {} : await setLegalClock(database.url, startsAt)),
    ...env,
  };
  const province = startProcess('test/support/province.ts', common);
  let api = startProcess('server.ts', apiEnv(common));
  const apiAnswers = () =>
    answering(api, async () => {
      if (!(await fetch(`${address}/readyz`)).ok) throw new Error('not ready');
    });
  const startWorker = (given: Environment = {}) => startProcess('worker.ts', { ...common, ...given });
  const startApi = async () => startProcess('server.ts', apiEnv({ ...common, PORT: String(await freePort()) }));
  const worker = withWorker ? startWorker() : null;
  const stop = async () => {
    await Promise.all([api.stop(), worker?.stop()]);
    await database.drop();
  };

  try {
    await Promise.all([apiAnswers(), worker && answering(worker, () => warm(taskQueue)), province.ended]);
    if ((await province.ended) !== 0) throw new Error(province.output());
  } catch (error) {
    await stop();
    throw error;
  }

  const contract = contractOf(
    (await (await fetch(`${address}/openapi.json`)).json()) as Parameters<typeof contractOf>[0]
  );
  const known = (credential: Record<string, string>) => visitor(address, contract, credential);
  const stranger = known({});
  const signedIn = async (path: string, body: object) => {
    const { token } = (await stranger.post(path, body)).body as { token: string };
    return known({ authorization: `Bearer ${token}` });
  };
  const apiKey = province.output().trim();
  return {
    address,
    databaseUrl: database.url,
    serviceDatabaseUrl: String(common['DATABASE_URL']),
    taskQueue,
    apiKey,
    password,
    get api() {
      return api;
    },
    worker,
    restartApi: async (given = {}) => {
      await api.stop();
      api = startProcess('server.ts', { ...common, ...given });
      await apiAnswers();
    },
    startWorker,
    startApi,
    stranger,
    as: (mailbox) => signedIn('/v1/auth/sign-in', { email: `${mailbox}@example.vn`, password }),
    newcomer: () =>
      signedIn('/v1/auth/sign-up', { email: `${randomUUID()}@example.vn`, name: 'Người dân khác', password }),
    machine: (key = apiKey) => known({ 'x-api-key': key }),
    stop,
  };
}

/**
 * Has the worker do something that comes to nothing. Its first workflow takes the longest, and who acts first in a test
 * may have nobody who asks again for them.
 */
async function warm(taskQueue: string): Promise<void> {
  const connection = await connectTemporal();
  try {
    await new Client({ connection, dataConverter: testDataConverter }).workflow.execute<typeof passwordMail>(
      'passwordMail',
      { workflowId: `warm/${randomUUID()}`, taskQueue, args: [randomUUID()] }
    );
  } finally {
    await connection.close();
  }
}
