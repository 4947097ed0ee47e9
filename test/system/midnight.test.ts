import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client, type Connection } from '@temporalio/client';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { migrate } from '../../db/migrate';
import type { TermName } from '../../domain/policy';
import { toMillis } from '../../domain/time';
import { legalTime, type TrainingClock } from '../../domain/trainingClock';
import { registerSearchAttributes } from '../../temporal/registerSearchAttributes';
import type { caseWorkflow } from '../../workflows/case';
import { caseWorkflowId } from '../../workflows/messages';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { fromSetup } from '../support/environment';
import { eventually } from '../support/eventually';
import { historiesOf, replay } from '../support/histories';
import { submission } from '../support/inputs';
import { TEST_PAYLOAD_KEYS, testDataConverter } from '../support/keyring';
import { at, law } from '../support/law';
import { outageOf, type Outage } from '../support/outage';
import { reception } from '../support/people';
import { connectTemporal } from '../support/temporal';

const CASES = 1_000;
const TASK_QUEUE = randomUUID();
const MIDNIGHT = at('2026-10-08 00:00');
const codes = Array.from({ length: CASES }, (_, index) => `${TASK_QUEUE}-${index}`);

/** A legal day lasts a minute, and half a day is left until midnight. Who is entered or recorded later loses nothing. */
const SPEED = 24 * 60;
const clockFrom = (real: number): TrainingClock => ({
  speed: SPEED,
  startedAt: (toMillis(at('2026-10-07 12:00')) - real * SPEED) / (1 - SPEED),
});

let connection: Connection;
let client: Client;
let testDatabase: TestDatabase;
let database: OpenDatabase;
let outage: Outage;
let worker: ChildProcess;

beforeAll(async () => {
  connection = await connectTemporal();
  client = new Client({ connection, dataConverter: testDataConverter });
  await registerSearchAttributes(connection, 'default');
  testDatabase = await createTestDatabase();
  await migrate(testDatabase.url);
  database = openDatabase(testDatabase.url);
  outage = await outageOf(testDatabase.url);
  worker = startWorker();
});

afterAll(async () => {
  await kill();
  await outage.close();
  await database.close();
  await testDatabase.drop();
  await connection.close();
});

function startWorker(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(__dirname, '../../worker.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: outage.url,
      TEMPORAL_ADDRESS: fromSetup('TEST_TEMPORAL_ADDRESS'),
      TASK_QUEUE,
      PAYLOAD_KEYS: TEST_PAYLOAD_KEYS,
      PUBLIC_URL: 'http://127.0.0.1',
    },
  });
}

async function kill(): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  worker.kill('SIGKILL');
  await once(worker, 'exit');
}

async function open(code: string, clock: TrainingClock): Promise<void> {
  const enteredAt = legalTime(Date.now(), clock);
  const receivedAt = at('2026-10-05 09:00');
  const input = submission(receivedAt, { channel: 'paper', receiptReason: 'Bưu điện.', receiptEvidence: 'envelope' });
  await client.workflow.start<typeof caseWorkflow>('caseWorkflow', {
    workflowId: caseWorkflowId(code),
    taskQueue: TASK_QUEUE,
    args: [{ code, law, clock, submission: { action: 'submit', by: reception, at: enteredAt, key: code, input } }],
  });
}

/** How many events stand on record, or of them the alarms of a term that ran out. */
const recorded = async (term: TermName | null = null): Promise<number> => {
  const [row] = await database.sql<{ count: number }[]>`
    SELECT count(*)::int AS count FROM case_events
    WHERE ${term}::text IS NULL OR (event->'data'->>'term' = ${term} AND event->'data'->>'kind' = 'due')`;
  return row!.count;
};

test(`R6.1: ${CASES} cases due at one midnight, the worker killed and the database away for twenty minutes: each alarm once`, async () => {
  const clock = clockFrom(Date.now());
  const passed = (moment: string) =>
    eventually(
      () => Promise.resolve(legalTime(Date.now(), clock)),
      (now) => now >= moment
    );
  await Promise.all(codes.map((code) => open(code, clock)));

  await passed(at('2026-10-07 23:55'));
  outage.begin();
  const before = await recorded();
  await passed(at('2026-10-08 00:10'));
  await kill();
  await passed(at('2026-10-08 00:20'));
  expect(await recorded()).toBe(before);
  outage.end();
  worker = startWorker();

  await eventually(
    () => recorded('rejectBy'),
    (count) => count >= CASES
  );
  const rung = await database.sql`
    SELECT event->>'at' AS at, array_agg(DISTINCT seq) AS seqs, count(DISTINCT case_code)::int AS cases, count(*)::int AS events
    FROM case_events WHERE event->'data'->>'term' = 'rejectBy' AND event->'data'->>'kind' = 'due' GROUP BY 1`;
  expect([...rung]).toEqual([{ at: MIDNIGHT, seqs: [2], cases: CASES, events: CASES }]);

  for (const workflowId of codes.slice(0, 20).map(caseWorkflowId))
    await replay((await historiesOf(client, workflowId)).map((history) => ({ workflowId, history })));
});
