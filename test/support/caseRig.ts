import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { createActivities, type Activities } from '../../activities';
import type { Messaging } from '../../messages/messaging';
import { CaseStuck, NoAnswer } from '../../reachingCases';
import { createCaseSignals, type CaseSignals } from '../../caseSignals';
import { createCaseClient, type CaseClient } from '../../client';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { migrate } from '../../db/migrate';
import type { CaseState } from '../../domain/case';
import type { Submission } from '../../domain/inputs';
import type { Actor } from '../../domain/roles';
import { isFinal } from '../../domain/statuses';
import type { Law } from '../../domain/terms';
import { toInstant, toMillis, type Instant } from '../../domain/time';
import { legalTime, realDuration, type TrainingClock } from '../../domain/trainingClock';
import { subscribersConfigFrom } from '../../subscribers/config';
import { addSearchAttributes, registerSearchAttributes } from '../../temporal/registerSearchAttributes';
import { caseWorkflowId } from '../../workflows/messages';
import { createTestDatabase } from './database';
import { deliveriesAtRest } from './deliveriesAtRest';
import { historiesOf, replay, type NamedHistory } from './histories';
import { submission } from './inputs';
import { testDataConverter, testKeyring } from './keyring';
import { law as officialLaw } from './law';
import { submitter } from './people';
import { quietRuntime } from './quietRuntime';
import { testCase, type TestCase } from './testCase';
import { startTimeSkipping } from './timeSkipping';
import { workflowBundle } from './workflowBundle';

export interface CaseRigOptions {
  /** The address of a real server, on which time cannot be skipped, and how fast legal time runs there. */
  readonly realServer?: { readonly address: () => Promise<string>; readonly speed: number };
  readonly messaging?: Messaging;
  /** Puts something between the workflows and their activities. */
  readonly activities?: (real: Activities) => Activities;
}

export interface CaseRig {
  /** Sets the legal time of the test's cases; to be called once, first. */
  startAt(moment: Instant): Promise<void>;
  /** @param how with `at` as the moment by the clock of whoever sends it; now, if there is none. */
  submit(given?: Partial<Submission>, how?: { by?: Actor; law?: Law; at?: Instant }): Promise<TestCase>;
  now(): Promise<Instant>;
  /**
   * Lets time pass, and everything happen and be recorded that is due before then. What falls on the moment itself may
   * still be under way, which this server, unlike the real one, bears badly: it forgets a workflow for ten seconds.
   */
  sleepUntil(moment: Instant): Promise<void>;
  readonly clock: TrainingClock;
  readonly client: CaseClient;
  readonly signals: CaseSignals;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly database: OpenDatabase;
}

/**
 * Legal time runs at a tenth of the server's, so that ten seconds of a slow machine are one of the law. It has an
 * origin of its own in each test, so that every story is told on its own dates.
 */
const SPEED = 0.1;

/** No story here is about an answer that stays away: a busy machine is given time. */
const PATIENCE_MILLIS = 60_000;
/** The server that skips time loses a query now and then that meets a task of its workflow: it is asked again. */
const QUERY_MILLIS = 10_000;

/** Gives a test file cases on a server and a database of its own. What each test started is replayed when it ends. */
export function useCases(options: CaseRigOptions = {}): CaseRig {
  let rig: RunningCaseRig;
  beforeAll(async () => {
    rig = await startCaseRig(options);
  });
  afterEach(async () => {
    await replay(await rig.endStories());
  });
  afterAll(() => rig.stop());
  return {
    startAt: (moment) => rig.startAt(moment),
    submit: (given, how) => rig.submit(given, how),
    now: () => rig.now(),
    sleepUntil: (moment) => rig.sleepUntil(moment),
    get clock() {
      return rig.clock;
    },
    get client() {
      return rig.client;
    },
    get signals() {
      return rig.signals;
    },
    get temporal() {
      return rig.temporal;
    },
    get taskQueue() {
      return rig.taskQueue;
    },
    get database() {
      return rig.database;
    },
  };
}

interface RunningCaseRig extends CaseRig {
  /** Sees every case that was started to its end, and answers the histories of them all. */
  endStories(): Promise<NamedHistory[]>;
  stop(): Promise<void>;
}

export async function startCaseRig({
  realServer,
  messaging,
  activities = (real) => real,
}: CaseRigOptions = {}): Promise<RunningCaseRig> {
  quietRuntime();
  const speed = realServer?.speed ?? SPEED;
  const taskQueue = randomUUID();
  const env = await (realServer === undefined ? timeSkippingServer() : server(await realServer.address()));
  const testDatabase = await createTestDatabase();
  await migrate(testDatabase.url);
  const database = openDatabase(testDatabase.url);
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue,
    identity: 'test',
    workflowBundle: workflowBundle(),
    dataConverter: testDataConverter,
    activities: activities(
      createActivities({
        db: database.db,
        messaging: messaging ?? null,
        recordKey: null,
        subscribers: { config: subscribersConfigFrom({ PUBLIC_URL: 'http://127.0.0.1' }), keyring: testKeyring },
        now: () => toInstant(Date.now()),
      })
    ),
  });
  const running = worker.run();
  const signals = createCaseSignals(env.client);
  let clock: TrainingClock;
  let client: CaseClient;
  let asking: CaseClient;
  let started: { aCase: TestCase; staysOpen: boolean }[] = [];

  const stateOf = (code: string): Promise<CaseState> =>
    asking.state(code).catch((error: unknown) => {
      if (error instanceof NoAnswer && !(error instanceof CaseStuck)) return stateOf(code);
      throw error;
    });
  const now = async () => legalTime(await env.currentTimeMs(), clock);
  return {
    now,
    startAt: async (moment) => {
      const real = await env.currentTimeMs();
      clock = { speed, startedAt: (toMillis(moment) - real * speed) / (1 - speed) };
      const cases = { client: env.client, taskQueue, clock };
      client = createCaseClient({ ...cases, patience: PATIENCE_MILLIS });
      asking = createCaseClient({ ...cases, patience: QUERY_MILLIS });
    },
    submit: async (given = {}, { by = submitter, law = officialLaw, at: moment } = {}) => {
      const code = `TEST-${randomUUID()}`;
      const at = moment ?? (await now());
      const entry = { staysOpen: false };
      const staysOpen = () => {
        entry.staysOpen = true;
      };
      const aCase = testCase({ code, client, signals, db: database.db, now, state: () => stateOf(code), staysOpen });
      started.push(Object.assign(entry, { aCase }));
      await client.submit(code, { action: 'submit', by, at, key: randomUUID(), input: submission(at, given) }, law);
      return aCase;
    },
    sleepUntil: async (moment) => {
      if (messaging !== undefined)
        for (const { aCase } of started) await deliveriesAtRest(database.db, env.client, aCase.code);
      const legal = toMillis(moment) - toMillis(await now());
      await env.sleep(realDuration(legal, clock));
      for (const { aCase } of started) await aCase.events();
    },
    get clock() {
      return clock;
    },
    get client() {
      return client;
    },
    signals,
    temporal: env.client,
    taskQueue,
    database,
    endStories: async () => {
      const ended = started;
      started = [];
      const histories: NamedHistory[] = [];
      for (const { aCase, staysOpen } of ended) {
        const workflowId = caseWorkflowId(aCase.code);
        const handle = env.client.workflow.getHandle(workflowId);
        const { status } = await aCase.state();
        if (isFinal(status) === staysOpen) throw new Error(`${aCase.code} is ${status} when its story ends`);
        await (staysOpen ? aCase.events() : handle.result());
        for (const history of await historiesOf(env.client, workflowId)) histories.push({ workflowId, history });
        if (staysOpen) await handle.terminate();
      }
      return histories;
    },
    stop: async () => {
      worker.shutdown();
      await running;
      await env.teardown();
      await database.close();
      await testDatabase.drop();
    },
  };
}

async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  const env = await startTimeSkipping(converted);
  // This server cannot list those that it knows.
  await addSearchAttributes(env.connection, 'default');
  return env;
}

async function server(address: string): Promise<TestWorkflowEnvironment> {
  const env = await TestWorkflowEnvironment.createFromExistingServer({ address, client: converted });
  await registerSearchAttributes(env.connection, 'default');
  return env;
}

const converted = { dataConverter: testDataConverter, identity: 'test' };
