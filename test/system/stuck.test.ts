import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type Connection } from '@temporalio/client';
import { createCaseSignals } from '../../caseSignals';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { eventsOf } from '../../db/recorded';
import type { Actor } from '../../domain/roles';
import { toInstant } from '../../domain/time';
import { handOver } from '../../recovery/handOver';
import { bundleWorkflows } from '../../temporal/bundle';
import { described } from '../../temporal/described';
import { caseWorkflowId, rollOver } from '../../workflows/messages';
import { act, idOf, inHandling, peopleOf, submitted, typesOf, type People } from '../api/support/people';
import { eventually } from '../support/eventually';
import { faultless } from '../support/inputs';
import { testDataConverter } from '../support/keyring';
import { startProcess, type Process } from '../support/process';
import { temporaryFolder } from '../support/servers';
import { startService, type Service } from '../support/service';
import { connectTemporal } from '../support/temporal';
import { reconciler, startReconcile } from './support/reconcile';

let folder: string;
let digressive: string;
let service: Service;
let worker: Process;
let reconcile: ReturnType<typeof reconciler>;
let people: People;
let connection: Connection;
let database: OpenDatabase;
let temporal: Client;

beforeAll(async () => {
  folder = await temporaryFolder();
  digressive = join(folder, 'digression.js');
  await writeFile(digressive, (await bundleWorkflows(['tracing', '../test/system/support/digression'])).code);
  service = await startService({ withWorker: false });
  worker = await startedWorker();
  reconcile = reconciler(service);
  people = await peopleOf(service);
  database = openDatabase(service.databaseUrl, { max: 1 });
  connection = await connectTemporal();
  temporal = new Client({ connection, dataConverter: testDataConverter });
});

afterAll(async () => {
  await connection.close();
  await database.close();
  await worker.stop();
  await service.stop();
  await rm(folder, { recursive: true });
});

/** A worker that takes work already. */
async function startedWorker(env: Record<string, string> = {}): Promise<Process> {
  const started = service.startWorker({ LOG_LEVEL: 'info', ...env });
  await eventually(
    () => Promise.resolve(started.output()),
    (output) => output.includes('RUNNING')
  );
  return started;
}

const verified = () => startProcess('commands/verifyRecord.ts', { DATABASE_URL: service.databaseUrl }).ended;

test('R5: a case whose history does not replay goes on from its record, loses no act, and hears what was said meanwhile', async () => {
  const { reception, citizen, head } = people;
  const principal = await inHandling(people);
  await worker.stop();
  worker = await startedWorker({ WORKFLOW_BUNDLE: digressive });
  const code = await submitted(citizen);
  await act(reception, code, 'link', { kind: 'duplicate', to: principal });
  await worker.stop();
  worker = await startedWorker();

  const note = () =>
    reception.post(`/v1/cases/${code}/note`, { text: 'Đã gọi điện.' }, { 'idempotency-key': 'asked-while-stuck' });
  expect(await note()).toMatchObject({ status: 503, body: { type: 'no-answer' } });
  await act(head, principal, 'answer', { text: 'Đã sửa.' });
  await act(reception, principal, 'publish', { forms: ['portal'], text: 'Đã sửa.', answerLinked: true });

  expect(await reconcile()).toEqual({
    code: 1,
    said: `${code}: stuck, 2 events on record, 0 in Temporal\n1 cases diverge\n`,
  });
  expect(await note()).toMatchObject({ status: 503, body: { type: 'no-answer' } });
  expect(await reconcile('--repair')).toMatchObject({ code: 0, said: expect.stringContaining('1 of them repaired') });

  await eventually(
    () => typesOf(people.reception, code),
    (types) => types.includes('answerJointly')
  );
  for (let time = 0; time < 2; time++) expect(await note()).toMatchObject({ status: 200 });
  await act(citizen, code, 'dispute', { reason: 'Vẫn chưa sửa.' });
  expect((await typesOf(people.reception, code)).sort()).toEqual([
    'answerJointly',
    'dispute',
    'link',
    'note',
    'submit',
  ]);
  expect(await reconcile()).toEqual({ code: 0, said: '0 cases diverge\n' });
  expect(await verified()).toBe(0);
});

test('R5: what a case had heard and could not write when it was stuck is not lost, whatever becomes of the repair', async () => {
  const { reception, citizen } = people;
  const by: Actor = { id: await idOf(reception), role: 'reception', agency: null };
  await worker.stop();
  worker = await startedWorker({ WORKFLOW_BUNDLE: digressive });
  const code = await submitted(citizen);
  const signals = createCaseSignals(temporal);
  const lock = await database.sql.reserve();
  await lock`begin`;
  await lock`select from cases where code = ${code} for update`;
  for (const key of ['written at last', 'waits behind it'])
    await signals.act(code, {
      action: 'note',
      by,
      at: toInstant(Date.now()),
      key,
      input: { ...faultless.note, text: key },
    });
  await eventually(
    () => temporal.workflow.getHandle(caseWorkflowId(code)).describe(),
    ({ raw }) => (raw.pendingActivities ?? []).length > 0
  );
  await worker.stop();
  await lock`rollback`;
  lock.release();
  worker = await startedWorker();

  const repairing = startReconcile(service, ['--repair']);
  await eventually(
    () => described(temporal, `start-again/${code}`),
    (begun) => begun !== null
  );
  repairing.kill('SIGKILL');
  const texts = await eventually(
    async () => (await eventsOf(database.db, code)).map(({ data }) => ('text' in data ? data.text : '')),
    ({ length }) => length >= 3
  );
  expect(texts).toEqual(['', 'written at last', 'waits behind it']);
  await act(reception, code, 'accept');
  expect(await typesOf(reception, code)).toEqual(['submit', 'note', 'note', 'accept']);
  expect(await verified()).toBe(0);
});

test('R5: a case whose first task never ends is found too, and left as it is where nothing of it is on record', async () => {
  const code = await submitted(people.citizen);
  const unrecorded = 'PAKN-2611-0000-0000-0000';
  await temporal.workflow.getHandle(caseWorkflowId(code)).terminate();
  for (const stuck of [code, unrecorded])
    await temporal.workflow.start('caseWorkflow', {
      workflowId: caseWorkflowId(stuck),
      taskQueue: service.taskQueue,
      args: [null],
    });

  const found = await eventually(
    () => reconcile(),
    ({ said }) => said.includes(unrecorded)
  );
  expect(found.said).toContain(`${code}: stuck, 1 events on record`);
  const repaired = await reconcile('--repair');
  expect(repaired).toMatchObject({ code: 1, said: expect.stringContaining('2 cases diverge, 1 of them repaired') });
  expect(repaired.said).toContain(`not repaired: ${unrecorded}: stuck, 0 events on record`);
  await act(people.reception, code, 'note', { text: 'Đi tiếp.' });
  expect(await typesOf(people.reception, code)).toEqual(['submit', 'note']);
  await temporal.workflow.getHandle(caseWorkflowId(unrecorded)).terminate();
});

test('R5: a repair does not wait for a case that has ended before it was told everything', async () => {
  const code = `TEST-${randomUUID()}`;
  const run = await temporal.workflow.start('caseWorkflow', {
    workflowId: caseWorkflowId(code),
    taskQueue: randomUUID(),
    args: [null],
  });
  await run.signal(rollOver);
  await run.terminate('ended');
  await handOver(temporal, code, run.firstExecutionRunId);
});
