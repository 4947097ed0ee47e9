import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { breachesOfCases } from '../../db/audit';
import { caseFile } from '../../db/caseFile';
import { openDatabase, type Database, type Executor, type OpenDatabase } from '../../db/database';
import { recordEvents } from '../../db/record';
import { eventsOf, recordOf } from '../../db/recorded';
import { sealRecord } from '../../db/roots';
import { ERASED } from '../../record/personal';
import { signed } from '../../record/roots';
import { firstBreach, type Breach } from '../../record/verify';
import { dateOf, toInstant, type Instant } from '../../domain/time';
import { eventually } from '../support/eventually';
import { paperCase } from '../support/paperCase';
import { reception as receptionist } from '../support/people';
import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';
import { petition } from './support/petition';

const { privateKey } = generateKeyPairSync('ed25519');
let service: Service;
let database: OpenDatabase;
let folder: string;
let citizen: Visitor;
let reception: Visitor;

beforeAll(async () => {
  service = await startService({ agencies: ['office', 'justice'] });
  database = openDatabase(service.databaseUrl, { max: 1 });
  folder = await mkdtemp(join(tmpdir(), 'record-'));
  citizen = await service.as('citizen');
  reception = await service.as('reception');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.close();
  await service.stop();
});

/** A case with four events. */
async function someCase(): Promise<string> {
  const code = String((await citizen.post('/v1/cases', petition)).body.code);
  await reception.post(`/v1/cases/${code}/accept`);
  await reception.post(`/v1/cases/${code}/forward`, { lead: 'justice' });
  await reception.post(`/v1/cases/${code}/note`, { text: 'Đã gọi điện cho người gửi.' });
  return code;
}

const daysOn = (days: number) => toInstant(Date.now() + days * 86_400_000);

const seal = (now: () => Instant) => sealRecord(database.db, now, (statement) => signed(statement, privateKey));

/** Runs `npm run verify-record` as an outsider does. */
function verifyRecord(...args: string[]): Promise<{ code: number; output: string }> {
  const program = ['--import', 'tsx', join(__dirname, '..', '..', 'commands', 'verifyRecord.ts'), ...args];
  const env = { ...process.env, ...(args.length === 0 ? { DATABASE_URL: service.databaseUrl } : {}) };
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env }, (error, output) => {
      resolve({ code: error === null ? 0 : Number(error.code), output });
    });
  });
}

async function saved(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

/** Does to the record what only who owns the database can do. */
async function tamper(statement: string, code: string): Promise<void> {
  await database.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql.unsafe(statement, [code]);
  });
}

test('R5: the database itself refuses to change or delete what is on record, to whoever owns it too', async () => {
  const code = await someCase();
  await seal(() => daysOn(0));
  expect((await reception.get(`/v1/cases/${code}/export?format=json`)).status).toBe(200);
  const admin = await service.as('admin');
  const url = 'http://93.184.216.34/';
  expect((await admin.post('/v1/webhooks', { name: 'Hệ thống', url })).status).toBe(201);
  const { sql } = database;
  const columns = {
    case_events: 'hash',
    case_personal: 'value',
    record_roots: 'root',
    record_leaves: 'hash',
    admin_events: 'act',
    register_versions: 'document',
    policies: 'document',
    export_log: 'by',
  };
  for (const [table, column] of Object.entries(columns)) {
    const before = await sql.unsafe(`select * from ${table}`);
    expect({ table, isEmpty: before.length === 0 }).toEqual({ table, isEmpty: false });
    for (const statement of [`delete from ${table}`, `update ${table} set ${column} = ${column}`])
      await expect(sql.unsafe(statement)).rejects.toThrow(`of ${table} is refused: `);
    await expect(sql.unsafe(`truncate ${table} cascade`)).rejects.toThrow(`TRUNCATE of ${table} is refused: `);
    expect(await sql.unsafe(`select * from ${table}`)).toEqual(before);
  }
});

test('R5: the role of the service has no right to change what is on record, nor to switch its protection off', async () => {
  const code = await someCase();
  const own = openDatabase(service.serviceDatabaseUrl, { max: 1 });
  try {
    const columns = {
      case_events: 'hash',
      record_roots: 'root',
      record_leaves: 'hash',
      admin_events: 'act',
      export_log: 'by',
    };
    for (const [table, column] of Object.entries(columns))
      for (const statement of [`delete from ${table}`, `update ${table} set ${column} = null`, `truncate ${table}`])
        await expect(own.sql.unsafe(statement)).rejects.toThrow('permission denied');
    await expect(own.sql.unsafe(`update case_personal set value = ''`)).rejects.toThrow('permission denied');
    for (const statement of ['alter table case_events disable trigger all', 'drop table case_events'])
      await expect(own.sql.unsafe(statement)).rejects.toThrow('must be owner');
    await expect(own.sql.unsafe(`set session_replication_role = replica`)).rejects.toThrow('permission denied');
    await expect(own.sql.unsafe(`delete from case_personal where case_code = '${code}'`)).rejects.toThrow('is refused');
  } finally {
    await own.close();
  }
});

test('R5: receipt, proof and published root agree, and an exported case verifies offline', async () => {
  const code = await someCase();
  const root = await seal(() => daysOn(1));
  const tracked = (await service.stranger.get(`/v1/track/${code}`)).body;
  const shown = (await citizen.get(`/v1/cases/${code}`)).body;
  const proof = (await citizen.get(`/v1/cases/${code}/proof`)).body;
  expect(tracked.head).toEqual(shown.head);
  expect(proof).toMatchObject({ head: tracked.head, root: { number: root.number, root: root.root } });

  const roots = (await service.stranger.get('/v1/record/roots')).body;
  const { leaves } = (await service.stranger.get(`/v1/record/roots/${root.date}`)).body;
  expect(roots.items[0]).toEqual(root);
  expect(leaves).toHaveLength(root.leaves);
  expect((await service.stranger.get('/v1/record/roots/2000-01-01')).status).toBe(404);

  const exported = (await reception.get(`/v1/cases/${code}/export?format=json`)).body;
  const file = await saved('whole.json', exported);
  const rootsFile = await saved('roots.json', roots);
  expect(await verifyRecord(file, '--roots', rootsFile)).toMatchObject({
    code: 0,
    output: expect.stringContaining('whole'),
  });

  const altered = await saved('altered.json', JSON.parse(JSON.stringify(exported).replace('Đã gọi', 'Đã gởi')));
  expect(await verifyRecord(altered)).toMatchObject({
    code: 1,
    output: expect.stringContaining(`case ${code}, event 4`),
  });
  expect((await citizen.get(`/v1/cases/${code}/export`)).status).toBe(403);
});

test('R5: a root that was long in coming states when it was made', async () => {
  let today = daysOn(2);
  const other = openDatabase(service.databaseUrl, { max: 2 });
  try {
    const sealed = await other.db.transaction(async (tx) => {
      await tx.execute(sql`lock table record_roots in access exclusive mode`);
      const begun = seal(() => today);
      await eventually(
        () => other.sql`select from pg_locks where relation = 'record_roots'::regclass and not granted`,
        ({ length }) => length > 0
      );
      today = daysOn(3);
      return { begun };
    });
    expect(await sealed.begun).toMatchObject({ sealedAt: today, date: dateOf(today) });
  } finally {
    await other.close();
  }
});

test('R5: an event that is written while somebody reads is read with its texts or not at all', async () => {
  const code = 'WRITTEN-MEANWHILE';
  const aCase = paperCase('2026-10-05 09:00');
  const written = async (db: Executor & Pick<Database, 'transaction'>) => {
    const seq = (await recordOf(db, code)).length;
    await recordEvents(db, { code, events: aCase.events.slice(seq) }, () => Promise.resolve());
  };
  await written(database.db);
  const readers = openDatabase(service.databaseUrl);
  const readWhileWriting = async <T>(waitingFor: string, read: () => Promise<T>): Promise<T> => {
    aCase.act('2026-10-05 10:00', receptionist, 'note', { text: 'Đã gọi điện.' });
    const reading = await database.db.transaction(async (tx) => {
      await tx.execute(sql`lock table ${sql.identifier(waitingFor)} in access exclusive mode`);
      const begun = read();
      await eventually(
        () => readers.sql`select from pg_locks where relation = ${waitingFor}::regclass and not granted`,
        ({ length }) => length > 0
      );
      await written(tx);
      return { begun };
    });
    return reading.begun;
  };
  try {
    const { record } = await readWhileWriting('case_personal', () => caseFile(readers.db, code));
    expect(firstBreach(record)).toBeNull();
    const audit = async () => {
      const breaches: Breach[] = [];
      for await (const breach of breachesOfCases(readers.db)) breaches.push(breach);
      return breaches;
    };
    expect(await readWhileWriting('case_personal', audit)).toEqual([]);
    const events = await readWhileWriting('case_events', () => eventsOf(readers.db, code));
    expect(JSON.stringify(events)).not.toContain(ERASED);
    expect(events.length).toBeGreaterThanOrEqual(3);
  } finally {
    await readers.close();
  }
});

test('R5: an audit of the whole database names the first altered event of each case, and what the roots know better', async () => {
  const [edited, shortened, gone, whole] = [await someCase(), await someCase(), await someCase(), await someCase()];
  await seal(() => daysOn(4));
  expect(await verifyRecord()).toMatchObject({ code: 0 });

  await tamper(
    `update case_events set event = jsonb_set(event, '{data,lead,agency}', '"office"') where case_code = $1 and seq = 3`,
    edited
  );
  await tamper(`delete from case_events where case_code = $1 and seq = 4`, shortened);
  await tamper(`delete from case_personal where case_code = $1 and seq = 4`, shortened);
  await tamper(
    `update cases set seq = 3, head = (select hash from case_events where case_code = code and seq = 3) where code = $1`,
    shortened
  );
  for (const table of ['case_events', 'case_personal']) await tamper(`delete from ${table} where case_code = $1`, gone);
  await tamper(`delete from cases where code = $1`, gone);

  const { code, output } = await verifyRecord();
  expect(code).toBe(1);
  expect(output).toContain(`case ${edited}, event 3: the event was altered`);
  expect(output).toContain(`case ${shortened}, event 4: an event that a root covers is gone`);
  expect(output).toContain(`case ${gone}, event 4: an event that a root covers is gone`);
  expect(output).not.toContain(whole);
});
