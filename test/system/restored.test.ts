import type { Sql } from 'postgres';
import { Client, type Connection } from '@temporalio/client';
import { temporal as temporalApi } from '@temporalio/proto';
import { CaseNotRunning } from '../../reachingCases';
import { createCaseClient } from '../../client';
import { rowOf } from '../../db/caseRow';
import { openDatabase, type Database, type OpenDatabase } from '../../db/database';
import { eventsOf, recordOf } from '../../db/recorded';
import { cases } from '../../db/schema';
import { rebuildStandings } from '../../db/standings';
import { stillDiverging, type Stores } from '../../recovery/compare';
import { described } from '../../temporal/described';
import { caseWorkflowId } from '../../workflows/messages';
import { act, idOf, LEAD, peopleOf, submitted, typesOf, type People } from '../api/support/people';
import { eventually } from '../support/eventually';
import { startProcess } from '../support/process';
import { startService, type Service } from '../support/service';
import { testDataConverter } from '../support/keyring';
import { connectTemporal } from '../support/temporal';
import { reconciler } from './support/reconcile';

/** Long enough for acts within a term, short enough for alarms to ring. */
const DAY_SECONDS = '5';

let service: Service;
let reconcile: ReturnType<typeof reconciler>;
let people: People;
let database: OpenDatabase;
let sql: Sql;
let db: Database;
let connection: Connection;
let temporal: Client;
/** A case that was erased, long enough before the last test for Temporal to have forgotten it. */
let erased: string;

const erasure = { requestedOn: '2026-01-05', reason: 'Theo đơn đề nghị.' };

beforeAll(async () => {
  service = await startService({ env: { TRAINING_DAY_SECONDS: DAY_SECONDS } });
  reconcile = reconciler(service, { TRAINING_DAY_SECONDS: DAY_SECONDS });
  people = await peopleOf(service);
  database = openDatabase(service.databaseUrl, { max: 1 });
  ({ sql, db } = database);
  connection = await connectTemporal();
  temporal = new Client({ connection, dataConverter: testDataConverter });
  erased = await submitted(people.citizen);
  await act(people.citizen, erased, 'withdraw');
  await act(people.reception, erased, 'erase', erasure);
});

afterAll(async () => {
  await database.close();
  await connection.close();
  await service.stop();
});

/** The record as it was after a number of events, as a restored backup has it: nothing in the service can do this. */
async function restoreRecordTo(code: string, seq: number): Promise<void> {
  const record = await recordOf(db, code);
  const row = rowOf(code, record.slice(0, seq));
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const table of ['case_events', 'case_personal', 'notices'])
      await tx`delete from ${tx(table)} where case_code = ${code} and seq > ${seq}`;
    await tx`delete from cases where code = ${code}`;
  });
  if (row !== undefined) await db.insert(cases).values(row);
  await rebuildStandings(db, code);
}

/** Temporal as it was when the case had just begun: later messages are unknown to it. */
async function restoreWorkflowToItsBeginning(code: string): Promise<void> {
  const workflowId = caseWorkflowId(code);
  const handle = temporal.workflow.getHandle(workflowId);
  const { events } = await handle.fetchHistory();
  const firstCompleted = events!.find(({ workflowTaskCompletedEventAttributes: completed }) => completed != null)!;
  await connection.workflowService.resetWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId, runId: (await handle.describe()).runId },
    workflowTaskFinishEventId: firstCompleted.eventId!,
    reason: 'restored',
    requestId: crypto.randomUUID(),
    resetReapplyType: temporalApi.api.enums.v1.ResetReapplyType.RESET_REAPPLY_TYPE_NONE,
  });
}

/** Temporal keeps nothing of a case any more. */
const forgotten = (code: string) =>
  eventually(
    () => described(temporal, caseWorkflowId(code)),
    (known) => known === null
  );

test('a record restored to an earlier moment is written again from what Temporal holds', async () => {
  const code = await submitted(people.citizen);
  const lost = await submitted(people.citizen);
  await act(people.reception, code, 'accept');
  await act(people.reception, code, 'note', { text: 'Đã gọi điện.' });
  const ended = await submitted(people.citizen);
  await act(people.citizen, ended, 'withdraw');
  const written = async () => ({
    behind: await eventsOf(db, code),
    lost: await eventsOf(db, lost),
    ended: await eventsOf(db, ended),
  });
  const before = await written();
  await restoreRecordTo(code, 1);
  await restoreRecordTo(lost, 0);
  await restoreRecordTo(ended, 0);

  const note = { text: 'Ghi khi hồ sơ còn thiếu.' };
  const unanswered = people.reception.post(`/v1/cases/${code}/note`, note, { 'idempotency-key': 'while-behind' });
  expect(await reconcile()).toMatchObject({ code: 1, said: expect.stringContaining(`${code}: recordBehind`) });
  expect((await unanswered).status).toBe(503);
  const repaired = await reconcile('--repair');
  for (const one of [lost, ended]) expect(repaired.said).toContain(`${one}: recordBehind, 0 events on record`);
  expect(repaired).toMatchObject({ code: 0 });
  expect(await reconcile()).toMatchObject({ code: 0, said: expect.stringMatching(/^0 cases diverge/m) });
  const again = await written();
  for (const which of ['behind', 'lost', 'ended'] as const)
    expect(again[which].slice(0, before[which].length)).toEqual(before[which]);
  expect((await people.citizen.get(`/v1/cases/${lost}`)).status).toBe(200);
  // What was sent into the gap stands on record, once.
  await act(people.reception, code, 'note', { text: 'Đi tiếp.' });
  expect((await typesOf(people.reception, code)).filter((type) => type === 'note')).toHaveLength(3);
});

test('a case that Temporal knows less of, or nothing, goes on from its record with its timers', async () => {
  const known = await submitted(people.citizen);
  const gone = await submitted(people.citizen);
  for (const code of [known, gone]) {
    await act(people.reception, code, 'accept');
    await act(people.reception, code, 'forward', { lead: LEAD });
    await act(people.head, code, 'assign', { officer: await idOf(people.officer) });
  }
  await restoreWorkflowToItsBeginning(known);
  await act(people.officer, known, 'note', { text: 'Đi tiếp theo hồ sơ đã ghi.' });
  expect((await typesOf(people.reception, known)).filter((type) => type !== 'alarm')).toEqual([
    'submit',
    'accept',
    'forward',
    'assign',
    'note',
  ]);

  await temporal.workflow.getHandle(caseWorkflowId(gone)).terminate('restored');
  await connection.workflowService.deleteWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId: caseWorkflowId(gone) },
  });
  await eventually(
    () => reconcile(),
    ({ said }) => said.includes(`${gone}: noWorkflow`)
  );

  const repaired = await reconcile('--repair');
  expect(repaired).toMatchObject({ code: 0, said: expect.stringMatching(/cases diverge, \d+ of them repaired/) });
  for (const code of [known, gone]) {
    await act(people.officer, code, 'reportProgress', { text: 'Đang xác minh.' });
    await eventually(
      () => typesOf(people.reception, code),
      (types) => types.lastIndexOf('alarm') > types.indexOf('reportProgress')
    );
  }
  expect(await reconcile()).toMatchObject({ code: 0 });
});

test('R5: all cases of a province may diverge at once', async () => {
  const { taskQueue } = service;
  const stores: Stores = {
    db,
    temporal,
    taskQueue,
    cases: {
      ...createCaseClient({ client: temporal, taskQueue, clock: null }),
      state: () => Promise.reject(new CaseNotRunning()),
    },
    retell: () => Promise.resolve([]),
  };
  const suspects = Array.from({ length: 100_000 }, (_, index) => ({
    code: `PAKN-${String(index)}`,
    kind: 'noWorkflow' as const,
    recorded: 1,
    known: 0,
  }));
  expect(await stillDiverging(stores, suspects)).toHaveLength(suspects.length);
});

test('R5: a case whose workflow Temporal has forgotten since its end is still acted on, and its chain holds', async () => {
  const code = await submitted(people.citizen);
  await act(people.reception, code, 'accept');
  await act(people.citizen, code, 'withdraw');
  const workflowId = caseWorkflowId(code);
  await eventually(
    () => temporal.workflow.getHandle(workflowId).describe(),
    ({ status }) => status.name === 'COMPLETED'
  );
  await connection.workflowService.deleteWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId },
  });
  await forgotten(code);
  await act(people.reception, code, 'erase', erasure);
  // On a busy machine an alarm may have rung before somebody acted.
  const acts = (await typesOf(people.reception, code)).filter((type) => type !== 'alarm');
  expect(acts).toEqual(['submit', 'accept', 'withdraw', 'erase']);
  expect((await people.reception.get(`/v1/cases/${code}/state`)).body).toMatchObject({ erased: true });
  const verified = startProcess('commands/verifyRecord.ts', { DATABASE_URL: service.databaseUrl });
  expect(await verified.ended).toBe(0);
  expect(verified.output()).toContain('whole');
});

test('R5, Decree 13/2023: an erasure that the restored record does not know is named until it is done once more', async () => {
  const code = erased;
  await forgotten(code);
  const types = await typesOf(people.reception, code);
  await restoreRecordTo(code, types.indexOf('erase'));
  expect(await reconcile('--repair')).toMatchObject({
    code: 1,
    said: expect.stringContaining(`${code}: its submitter was erased: it is to be erased once more\n`),
  });
  await act(people.reception, code, 'erase', erasure);
  expect((await reconcile()).said).not.toContain(`${code}: notErased`);

  // So is a second one, of what was noted since.
  const before = (await typesOf(people.reception, code)).length;
  await act(people.reception, code, 'note', { text: 'Người gửi gọi lại.' });
  await act(people.reception, code, 'erase', erasure);
  await forgotten(code);
  await restoreRecordTo(code, before + 1);
  expect((await reconcile()).said).toContain(`${code}: notErased`);
  await act(people.reception, code, 'erase', erasure);
  expect((await reconcile()).said).not.toContain(`${code}: notErased`);

  // Where nothing is left of what it took, there is nothing to erase once more.
  await forgotten(code);
  await restoreRecordTo(code, before);
  expect((await reconcile()).said).not.toContain(`${code}: notErased`);
});
