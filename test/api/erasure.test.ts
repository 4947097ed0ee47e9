import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { findDraft, forgetDismissed, untold } from '../../db/drafts';
import { drafts } from '../../db/schema/drafts';
import { senderReferences } from '../../db/schema/senders';
import { DISMISSED_KEPT_DAYS } from '../../domain/drafts';
import { eventually } from '../support/eventually';
import { startService, type Service } from '../support/service';
import { connectTemporal } from '../support/temporal';
import type { Visitor } from '../support/visitor';
import { act, idOf, LEAD, peopleOf, petition, submitted, type People } from './support/people';

const submitter = {
  name: 'Người Cần Được Quên',
  address: 'Số 7 hẻm Không Tên',
  phone: '0912 345 678',
  email: 'xin.quen@example.vn',
};
const spoken = 'Tôi phản ánh việc cấp giấy chậm trễ kéo dài';
const request = { requestedOn: '2026-01-05', reason: 'Theo đơn yêu cầu của người gửi.' };

let service: Service;
let people: People;
let database: OpenDatabase;
let folder: string;
/** A case that was erased, long enough before the last test for Temporal to have forgotten it. */
let forgotten: string;

beforeAll(async () => {
  service = await startService({
    agencies: ['office', 'justice', 'construction'],
    env: { TRAINING_DAY_SECONDS: '0.3' },
  });
  people = await peopleOf(service);
  database = openDatabase(service.databaseUrl, { max: 1 });
  folder = await mkdtemp(join(tmpdir(), 'erasure-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.close();
  await service.stop();
});

/** The tables in which a text stands anywhere, whatever the column. */
async function tablesWith(text: string): Promise<string[]> {
  const tables = await database.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await database.sql.unsafe(`select 1 from "${name}" as t where t::text ilike $1 limit 1`, [
      `%${text}%`,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** How many marks are kept of what was asked of a case, by each of which a short text could be guessed. */
async function marksOf(code: string): Promise<number> {
  const marks = await database.sql`select from idempotency_keys where about = ${code} or case_code = ${code}`;
  return marks.length;
}

function verifyRecord(...args: string[]): Promise<string> {
  const program = ['--import', 'tsx', join(__dirname, '..', '..', 'commands', 'verifyRecord.ts'), ...args];
  const env = { ...process.env, ...(args.length === 0 ? { DATABASE_URL: service.databaseUrl } : {}) };
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env }, (_error, output) => {
      resolve(output);
    });
  });
}

/** How many runs of a case the engine still keeps. */
async function runsOf(code: string): Promise<number> {
  const connection = await connectTemporal();
  try {
    const query = `WorkflowId = 'case/${code}'`;
    const { executions } = await connection.workflowService.listWorkflowExecutions({ namespace: 'default', query });
    return executions.length;
  } finally {
    await connection.close();
  }
}

test('R5: what tells of a submitter is erased at their request, and the record verifies and says so', async () => {
  const file = (await people.citizen.upload('Người Cần Được Quên.txt', 'Giấy tờ của tôi')).body as { id: string };
  const code = await submitted(people.citizen, { title: spoken, content: spoken, submitter, attachments: [file.id] });
  await act(people.reception, code, 'note', { text: 'Đã gọi số 0912345678 của người gửi.' });
  await act(people.reception, code, 'note', { text: 'Ghi chú không nêu ai.' });
  // As if the Office had made the case from an e-mail.
  await database.db.insert(drafts).values({
    id: 'draft',
    source: 'email',
    status: 'submitted',
    messageKey: `<1.${submitter.email}>`,
    sender: submitter.email,
    senderName: submitter.name,
    subject: spoken,
    text: `${spoken}. Điện thoại ${submitter.phone}.`,
    original: file.id,
    originalHash: '',
    attachments: [],
    faults: [`${submitter.name}.exe: the type is not allowed`],
    receivedAt: new Date(),
    takenAt: new Date(),
    caseCode: code,
  });

  expect((await people.reception.post(`/v1/cases/${code}/erase`, request)).status).toBe(409);
  await act(people.reception, code, 'reject', { reason: 'outside_scope', explanation: `Kính gửi ${submitter.name}.` });
  expect((await people.citizen.post(`/v1/cases/${code}/erase`, request)).status).toBe(403);
  const telling = { ...request, reason: `Theo đơn của ${submitter.name}.` };
  expect((await people.reception.post(`/v1/cases/${code}/erase`, telling)).body.errors).toMatchObject([
    { path: '/reason', code: 'personal' },
  ]);
  // Refused, in the case and as the new one that it would have become: the marks of both are there all the same.
  const mistaken = { text: 'Số mới của tôi: 0912345678', attachments: ['none'] };
  expect((await people.reception.post(`/v1/cases/${code}/note`, mistaken)).status).toBe(422);
  expect((await people.citizen.post(`/v1/cases/${code}/supplyInfo`, mistaken)).status).toBe(422);
  expect(await tablesWith(submitter.name)).not.toEqual([]);
  expect(await marksOf(code)).toBeGreaterThan(1);

  await act(people.reception, code, 'erase', request);
  expect(await marksOf(code)).toBe(1);
  expect((await people.reception.get(`/v1/cases/${code}/state`)).body).toMatchObject({ erased: true });
  for (const text of [submitter.name, submitter.address, submitter.email, '0912345678', '0912 345 678', spoken])
    expect({ text, tables: await tablesWith(text) }).toEqual({ text, tables: [] });
  expect((await people.reception.get(`/v1/cases/${code}`)).body).toMatchObject({
    title: '[đã xóa]',
    submitter: { name: '[đã xóa]' },
    attachments: [],
  });
  expect((await people.citizen.get(`/v1/cases/${code}`)).status).toBe(403);
  expect((await people.reception.get(`/v1/attachments/${file.id}`)).status).toBe(404);
  const told = JSON.stringify((await people.reception.get(`/v1/cases/${code}/events`)).body);
  expect(told).toContain('Ghi chú không nêu ai.');
  expect((await people.reception.post(`/v1/cases/${code}/erase`, request)).body.type).toBe('already-erased');
  // What is said of them afterwards can be erased as well.
  const called = 'Ông Khó Quên gọi lại từ một số khác.';
  await act(people.reception, code, 'note', { text: called });
  expect(await tablesWith(called)).not.toEqual([]);
  await act(people.reception, code, 'erase', request);
  expect(await tablesWith(called)).toEqual([]);

  const exported = (await people.reception.get(`/v1/cases/${code}/export`)).body as object;
  const path = join(folder, 'case.json');
  await writeFile(path, JSON.stringify(exported));
  expect(await verifyRecord(path)).toMatch(
    /whole[^]*texts and 1 files were erased at .* asked on 2026-01-05: Theo đơn/
  );
  expect(await verifyRecord()).toContain('whole');
  forgotten = code;
});

test('R1.6, Decree 13/2023: of what a connected system sent nothing tells after an erasure; sent again it makes no other case', async () => {
  const send = () => service.machine().post('/v1/cases', petition({ reference: 'CQG-9', submitter }));
  const { code } = (await send()).body as { code: string };
  await act(people.reception, code, 'reject', { reason: 'outside_scope', explanation: 'Không thuộc phạm vi.' });
  await act(people.reception, code, 'erase', request);
  expect(await tablesWith(submitter.name)).toEqual([]);
  const [kept] = await database.db.select().from(senderReferences);
  expect(kept).toMatchObject({ caseCode: code, contentHash: '' });
  expect(await send()).toMatchObject({ status: 409, body: { type: 'reference-reused' } });
});

test('Decree 13/2023: what a dismissed message said is forgotten in time', async () => {
  const dismissed = (id: string, days: number) => ({
    id,
    source: 'email' as const,
    status: 'dismissed' as const,
    messageKey: id,
    sender: `${id}@example.vn`,
    senderName: submitter.name,
    subject: spoken,
    text: spoken,
    original: id,
    originalHash: '',
    attachments: [],
    faults: [],
    receivedAt: new Date(),
    takenAt: new Date(),
    settledAt: new Date(Date.now() - days * 86_400_000),
  });
  await database.db
    .insert(drafts)
    .values([dismissed('long-ago', DISMISSED_KEPT_DAYS + 1), dismissed('lately', DISMISSED_KEPT_DAYS - 1)]);
  await forgetDismissed(database.db);
  expect(await findDraft(database.db, 'lately')).toMatchObject({ senderName: submitter.name, text: spoken });
  expect(await findDraft(database.db, 'long-ago')).toMatchObject(untold);
  await database.db.delete(drafts).where(eq(drafts.id, 'lately'));
});

test('R9.1, Decree 13/2023: after an erasure the answer stays public, and nothing public tells of the submitter any more', async () => {
  const { citizen, reception, head, officer } = people;
  const fileOf = async (by: Visitor, name: string) =>
    ((await by.upload(name, `Tệp ${name}`)).body as { id: string }).id;
  const copyOf = async (id: string) =>
    ((await reception.send('POST', `/v1/attachments/${id}/redacted`)).body as { id: string }).id;

  const own = await fileOf(citizen, 'hien-trang.txt');
  const code = await submitted(citizen, { title: spoken, content: spoken, submitter, attachments: [own] });
  await act(reception, code, 'forward', { lead: LEAD });
  await act(head, code, 'assign', { officer: await idOf(officer) });
  const decision = await fileOf(head, 'quyet-dinh.txt');
  const answer = 'Đã cấp giấy theo quy định; thủ tục cũ đã xóa khỏi danh mục.';
  await act(head, code, 'answer', { text: answer, attachments: [decision] });
  const [ownCopy, decisionCopy] = [await copyOf(own), await copyOf(decision)];
  const content = `Việc của ${submitter.name}.`;
  const publication = { forms: ['portal'], title: 'Chậm cấp giấy', content, text: answer };
  const telling = await reception.post(`/v1/cases/${code}/publish`, publication);
  const found = telling.body.errors as { path: string; offset: number; length: number }[];
  const confirmed = found.map(({ path, offset, length }) => ({ path, offset, length }));
  await act(reception, code, 'publish', { ...publication, confirmed, attachments: [ownCopy, decisionCopy] });

  const tracked = await eventually(
    () => reception.get(`/v1/cases/${code}`),
    ({ body }) => body.status === 'closed'
  );
  const page = `/v1/public/cases/${(tracked.body as { published: { number: string } }).published.number}`;
  const before = await service.stranger.get(page);
  expect(before.body).toMatchObject({ title: 'Chậm cấp giấy', content, answer });
  const searched = async (text: string) =>
    (await service.stranger.get(`/v1/public/cases?q=${encodeURIComponent(text)}`)).body.items as unknown[];
  expect(await searched(submitter.name)).toHaveLength(1);

  await act(reception, code, 'erase', request);
  const after = await service.stranger.get(page, { 'if-modified-since': before.headers.get('last-modified') ?? '' });
  expect(after).toMatchObject({ status: 200, body: { title: 'Chậm cấp giấy', content: '[đã xóa]', answer } });
  expect((after.body as { attachments: { id: string }[] }).attachments.map(({ id }) => id)).toEqual([decisionCopy]);
  expect((await service.stranger.get(`/v1/public/attachments/${ownCopy}`)).status).toBe(404);
  expect((await service.stranger.get(`/v1/public/attachments/${decisionCopy}`)).status).toBe(200);
  expect(await searched(submitter.name)).toEqual([]);
  expect(await searched('cham cap giay')).toHaveLength(1);
  for (const text of [submitter.name, submitter.address, submitter.email, submitter.phone, spoken, 'hien-trang'])
    expect({ text, tables: await tablesWith(text) }).toEqual({ text, tables: [] });

  // A copy that was looked at before the erasure, and is published after it.
  const again = { title: null, content: null, text: answer, attachments: [ownCopy] };
  expect((await reception.post(`/v1/cases/${code}/republish`, again)).body.errors).toMatchObject([
    { path: '/attachments/0', code: 'noCopy' },
  ]);

  const events = (await reception.get(`/v1/cases/${code}/events`)).body.items as { type: string; data: object }[];
  expect(events.at(-1)).toMatchObject({
    type: 'erase',
    data: { reason: request.reason, files: [own, ownCopy].sort() },
  });

  // Nobody is known any more of whom a text could tell: of what the first time left, a second erasure takes nothing.
  const scan = await fileOf(reception, 'thu-thu-hai.txt');
  await act(reception, code, 'note', { text: 'Người gửi có thư thứ hai.', attachments: [scan, decision] });
  await act(reception, code, 'erase', { ...request, reason: 'Lần trước đã xóa, nay có thư khác.' });
  expect((await service.stranger.get(page)).body).toMatchObject({ title: 'Chậm cấp giấy', answer });
  expect((await reception.get(`/v1/attachments/${scan}`)).status).toBe(404);
  // The answer has this one as well.
  expect((await reception.get(`/v1/attachments/${decision}`)).status).toBe(200);
  expect((await service.stranger.get(`/v1/public/attachments/${decisionCopy}`)).status).toBe(200);
  expect(await tablesWith('thư thứ hai')).toEqual([]);
  expect(await verifyRecord()).toContain('whole');
});

test('S5, Decree 13/2023: an answer that was erased is given to no duplicate', async () => {
  const { citizen, reception, head, officer } = people;
  const code = await submitted(citizen, { submitter });
  await act(reception, code, 'forward', { lead: LEAD });
  await act(head, code, 'assign', { officer: await idOf(officer) });
  await act(head, code, 'answer', { text: 'Đã cấp giấy.' });
  const publication = { forms: ['portal'], text: `Đã cấp giấy cho ${submitter.name}.` };
  const found = (await reception.post(`/v1/cases/${code}/publish`, publication)).body.errors as {
    path: string;
    offset: number;
    length: number;
  }[];
  const confirmed = found.map(({ path, offset, length }) => ({ path, offset, length }));
  await act(reception, code, 'publish', { ...publication, confirmed });
  await eventually(
    () => reception.get(`/v1/cases/${code}`),
    ({ body }) => body.status === 'closed'
  );
  await act(reception, code, 'erase', request);

  const late = await submitted(await service.newcomer());
  await act(reception, late, 'link', { kind: 'duplicate', to: code });
  expect(await reception.post(`/v1/cases/${late}/answerJointly`)).toMatchObject({
    status: 422,
    body: { errors: [{ code: 'notPublished' }] },
  });
});

test('Decree 13/2023: Temporal keeps no run of a case that was erased, the one included in which a note was taken and erased', async () => {
  await eventually(
    () => runsOf(forgotten),
    (runs) => runs === 0
  );
});
