import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflows } from '../../temporal/bundle';
import { caseWorkflowId } from '../../workflows/messages';
import { act, inHandling, peopleOf, submitted, typesOf, type People } from '../api/support/people';
import { fromSetup } from '../support/environment';
import { eventually } from '../support/eventually';
import { startProcess, type Process } from '../support/process';
import { temporaryFolder } from '../support/servers';
import { startService, type Service } from '../support/service';
import { reconciler } from './support/reconcile';

let folder: string;
let digressive: string;
let service: Service;
let worker: Process;
let reconcile: ReturnType<typeof reconciler>;
let people: People;
let connection: Connection;
let temporal: Client;

beforeAll(async () => {
  folder = await temporaryFolder();
  digressive = join(folder, 'digression.js');
  await writeFile(digressive, (await bundleWorkflows(['tracing', '../test/system/support/digression'])).code);
  service = await startService({ withWorker: false });
  worker = await startedWorker();
  reconcile = reconciler(service);
  people = await peopleOf(service);
  connection = await Connection.connect({ address: fromSetup('TEST_TEMPORAL_ADDRESS') });
  temporal = new Client({ connection });
});

afterAll(async () => {
  await connection.close();
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

const verified = () => startProcess('verifyRecord.ts', { DATABASE_URL: service.databaseUrl }).ended;

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
