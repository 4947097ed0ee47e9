import { CancelledFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import postgres from 'postgres';
import { createSendDigests } from '../../activities/digests';
import { findCase } from '../../db/cases';
import { openDatabase, type Database } from '../../db/database';
import { addVersions } from '../../db/registers';
import { SERVICE } from '../../domain/roles';
import { dateOf } from '../../domain/time';
import { agencyName, factsOf, occasionOf } from '../../messages/facts';
import { act, idOf, inHandling, LEAD, OTHER, peopleOf, submitted, type People } from '../api/support/people';
import { eventually } from '../support/eventually';
import { waitersFor } from '../support/locks';
import { lettersOf, pdfPages } from '../support/pdfPages';
import { startMailServer, type MailServer } from '../support/mailServer';
import { answerJson, deliveryStatus, noChannels, startProvider, type Provider } from '../support/messaging';
import { pauseScheduled, runLate, runScheduled } from '../support/schedule';
import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';

const BOUNCE_SECRET = 'the secret of the mail server';
const CALLBACK_SECRET = 'the secret of the gateway';

let service: Service;
let people: People;
let mails: MailServer;
let gateway: Provider;

beforeAll(async () => {
  mails = await startMailServer();
  gateway = await startProvider(({ body }, response) => {
    answerJson(response, { id: (JSON.parse(body) as { reference: string }).reference });
  });
  service = await startService({
    startsAt: '2026-10-05T09:00:00.000+07:00',
    env: {
      SMTP_URL: `smtp://127.0.0.1:${String(mails.port)}?ignoreTLS=true`,
      MAIL_FROM: 'PAKN <pakn@province.example>',
      MAIL_BOUNCE_SECRET: BOUNCE_SECRET,
      SMS_GATEWAY_URL: gateway.url,
      SMS_SENDER: 'PAKN',
      SMS_CALLBACK_SECRET: CALLBACK_SECRET,
      SMS_DIACRITICS: 'false',
    },
  });
  await pauseScheduled(`morning-digest/${service.taskQueue}`);
  people = await peopleOf(service);
});

afterAll(async () => {
  await service.stop();
  await Promise.all([mails.stop(), gateway.stop()]);
});

const submitter = (email: string, phone = '0900 000 000') => ({
  submitter: { name: 'Người gửi', address: 'Phường Trung tâm', phone, email },
});

interface Task {
  readonly id: number;
  readonly kind: string;
  readonly caseCode: string;
}

interface Notice {
  readonly template: string;
  readonly recipientKind: string;
  readonly seq: number;
  readonly ordinal: number;
  readonly status: string;
  readonly head: string;
  readonly attempts: readonly { readonly channel: string; readonly result: string }[];
  readonly tasks: readonly Task[];
}

/** What the gateway was asked to send, as its configuration has it. */
const shortMessages = () =>
  gateway.requests.map(({ body }) => JSON.parse(body) as { to: string; from: string; text: string; reference: string });

/** What the submitter of a case was told under a template, once it is as expected. */
const noticeOf = async (code: string, template: string, statuses: readonly string[]): Promise<Notice> => {
  const found = await eventually(
    async () => {
      const { items } = (await people.reception.get(`/v1/cases/${code}/notices`)).body as { items: Notice[] };
      return items.find((notice) => notice.template === template && notice.recipientKind === 'submitter');
    },
    (notice) => notice !== undefined && statuses.includes(notice.status)
  );
  return found!;
};

/** A case whose submitter nothing reaches, and the task that is left: to send a letter. */
async function leftToALetter(mailbox: string): Promise<{ code: string; task: number }> {
  mails.refuse(mailbox, '550 5.1.1 no such user');
  const person = { name: 'Người gửi', address: 'Phường Trung tâm', phone: null, email: mailbox };
  const code = await submitted(people.reception, { channel: 'phone', submitter: person });
  const { tasks } = await noticeOf(code, 'received', ['failed']);
  return { code, task: tasks.find(({ kind }) => kind === 'letter')!.id };
}

const receipt = (path: string, body: string, headers: Record<string, string>) =>
  service.stranger.send('POST', `/v1/message-receipts/${path}`, body, headers);

test('R1.3: received: e-mail and SMS, with the address for tracking; both results are in the list, no address is', async () => {
  const mailbox = 'nhan-du@example.org';
  const code = await submitted(people.citizen, submitter(mailbox));
  const notice = await noticeOf(code, 'received', ['sent']);
  const tries = notice.attempts.map(({ channel, result }) => `${channel} ${result}`);
  expect(tries.sort()).toEqual(['email accepted', 'sms accepted']);
  expect(JSON.stringify(notice)).not.toContain(mailbox);

  const [received] = mails.received.filter(({ to }) => to === mailbox);
  expect(received?.mail.subject).toBe(`Đã nhận phản ánh, kiến nghị ${code}`);
  expect(received?.mail.text).toContain(`${service.address}/track/${code}`);
  expect(received?.mail.text).toContain('26/10/2026');
  // Whoever submits may name anybody's mailbox: nobody gets words there that somebody else chose.
  expect(received?.mail.text).not.toMatch(/Người gửi|Thủ tục chưa được niêm yết/);
  const sms = shortMessages().find(({ text }) => text.includes(code))!;
  expect(sms).toMatchObject({ to: '84900000000', from: 'PAKN' });
  expect(sms.text).toMatch(/^[\x20-\x7e]+$/);
  const { head } = ((await people.reception.get(`/v1/cases/${code}/notices`)).body.items as Notice[])[0]!;
  expect(sms.text.split(' ').at(-1)).toBe(`#1:${head.slice(0, 10)}`);

  const seen = (await people.citizen.get(`/v1/cases/${code}/notices`)).body.items;
  expect(seen).toHaveLength(1);
  expect(JSON.stringify(seen)).not.toContain('detail');
});

test('S6: receipts come twice, only from whoever knows the secret, and only of our messages', async () => {
  const code = await submitted(people.citizen, submitter('hai-lan@example.org'));
  await noticeOf(code, 'received', ['sent']);
  const { reference } = shortMessages().find(({ text }) => text.includes(code))!;
  const told = JSON.stringify({ id: reference, status: 'delivered' });
  const json = { 'content-type': 'application/json' };
  expect((await receipt('sms', told, json)).status).toBe(401);
  expect((await receipt('sms', told, { ...json, authorization: 'Bearer another secret, as long' })).status).toBe(401);
  const known = { ...json, authorization: `Bearer ${CALLBACK_SECRET}` };
  expect((await receipt('sms', told, known)).body).toEqual({ taken: true });
  expect((await receipt('sms', told, known)).body).toEqual({ taken: true });
  expect((await receipt('sms', JSON.stringify({ id: 'other', status: 'failed' }), known)).status).toBe(404);
  expect((await receipt('sms', '{', known)).status).toBe(422);
  expect((await receipt('sms', ' '.repeat(65 * 1_024), known)).status).toBe(413);
  await noticeOf(code, 'received', ['delivered']);
});

test.each([
  ['email', 'message/rfc822', 401],
  ['sms', 'application/json', 401],
  ['zalo', 'application/json', 404],
])('S6: nothing is read of what somebody else brings as a receipt by %s', async (path, type, status) => {
  const endless = ' '.repeat(11 * 1_024 * 1_024);
  expect((await receipt(path, endless, { 'content-type': type })).status).toBe(status);
});

test('S6: a mailbox that is refused is left to be mended, and told again once it is', async () => {
  const wrong = 'sai-dia-chi@example.org';
  const right = 'dung-dia-chi@example.org';
  mails.refuse(wrong, '550 5.1.1 no such user');
  const code = await submitted(people.citizen, submitter(wrong));
  const notice = await eventually(
    () => noticeOf(code, 'received', ['sent']),
    ({ tasks }) => tasks.length > 0
  );
  expect(notice.attempts.find(({ channel }) => channel === 'email')).toMatchObject({
    result: 'refused',
    detail: '550 5.1.1',
    attempt: 1,
  });
  const tasks = (await people.reception.get('/v1/notice-tasks?kind=address')).body.items as Task[];
  const task = tasks.find(({ caseCode }) => caseCode === code)!;
  const address = `/v1/notice-tasks/${String(task.id)}/address`;

  expect((await people.otherHead.post(address, { email: right })).status).toBe(403);
  expect((await people.citizen.post(address, { email: right })).status).toBe(403);
  expect((await people.reception.post(address, {})).status).toBe(422);
  expect(await people.reception.post(address, { phone: '+856 20 5512 3456' })).toMatchObject({
    status: 422,
    body: { errors: [{ path: '/phone', code: 'notSentThere' }] },
  });
  expect((await people.reception.post(address, { email: right })).status).toBe(200);
  expect((await people.reception.post(address, { email: right })).status).toBe(409);
  await eventually(
    () => Promise.resolve(mails.received),
    (received) => received.some(({ to }) => to === right)
  );
  const acts = (await people.admin.get('/v1/admin/events?act=contact.mend')).body.items;
  expect(acts[0]).toMatchObject({ subject: `case/${code}`, after: { mended: ['email'] } });

  // Also in the case that a late petition opens.
  await act(people.reception, code, 'reject', { reason: 'outside_scope', explanation: 'Không thuộc phạm vi.' });
  const late = await people.citizen.post(`/v1/cases/${code}/supplyInfo`, { text: 'Tại phường Trung tâm.' });
  expect(late.body).toMatchObject({ follows: code, submitter: { email: right, phone: '0900 000 000' } });
});

test('S6: after the e-mail came back and the SMS failed, a letter with its date and number ends the duty', async () => {
  const mailbox = 'tra-lai@example.org';
  const code = await submitted(people.citizen, submitter(mailbox));
  await act(people.reception, code, 'reject', { reason: 'outside_scope', explanation: 'Không thuộc phạm vi.' });
  await noticeOf(code, 'rejected', ['sent']);
  const { mail } = mails.received.find(({ to, mail: { subject } }) => to === mailbox && subject?.includes('không'))!;
  const dsn = { 'content-type': 'message/rfc822', authorization: `Bearer ${BOUNCE_SECRET}` };
  expect((await receipt('email', deliveryStatus(mail.messageId!, { action: 'delayed' }), dsn)).body).toEqual({
    taken: false,
  });
  expect((await receipt('email', deliveryStatus(mail.messageId!), dsn)).body).toEqual({ taken: true });

  // It left by SMS as well, which fails.
  const isOfRejection = ({ text }: { text: string }) => text.includes(code) && text.includes('khong');
  const sent = await eventually(
    () => Promise.resolve(shortMessages()),
    (requests) => requests.some(isOfRejection)
  );
  const { reference } = sent.find(isOfRejection)!;
  await eventually(
    () =>
      receipt('sms', JSON.stringify({ reference, status: 'failed', detail: 'UNDELIV' }), {
        'content-type': 'application/json',
        authorization: `Bearer ${CALLBACK_SECRET}`,
      }),
    ({ status }) => status === 200
  );
  const { tasks } = await noticeOf(code, 'rejected', ['failed']);
  const letter = tasks.find(({ kind }) => kind === 'letter')!;
  const address = `/v1/notice-tasks/${String(letter.id)}/letter`;
  expect((await people.reception.post(address, { sentOn: '2026-12-01', number: '12/VP' })).status).toBe(422);
  expect((await people.reception.post(address, { sentOn: '2026-10-05', number: '12/VP' })).body).toMatchObject({
    closedBy: expect.any(String),
    sentOn: '2026-10-05',
    number: '12/VP',
  });
  await noticeOf(code, 'rejected', ['sent']);
});

test('R5: that a letter was sent stands on record and on paper, and nobody changes it', async () => {
  const { code, task } = await leftToALetter('khong-con@example.org');
  const note = 'Gửi bảo đảm cho Người gửi.';
  const letter = { sentOn: '2026-10-05', number: '123/VP' };
  const told = { ...letter, note };
  expect((await people.reception.post(`/v1/notice-tasks/${String(task)}/letter`, told)).status).toBe(200);
  expect(await noticeOf(code, 'received', ['sent'])).toMatchObject({ letter });

  const [recorded] = (await people.admin.get(`/v1/admin/events?act=notice.letter&subject=case/${code}`)).body.items;
  expect(recorded).toMatchObject({
    by: await idOf(people.reception),
    before: null,
    after: { notice: 'received', seq: 1, ...letter },
  });
  expect(JSON.stringify(recorded)).not.toContain('bảo đảm');

  const { bytes } = await people.reception.get(`/v1/cases/${code}/export?format=pdf`);
  const paper = lettersOf((await pdfPages(bytes)).join(' '));
  expect(paper).toContain(lettersOf('thư điện tử: bị từ chối'));
  expect(paper).toContain(lettersOf('Thư số 123/VP ngày 05/10/2026'));

  const owner = openDatabase(service.databaseUrl, { max: 1 });
  const own = openDatabase(service.serviceDatabaseUrl, { max: 1 });
  try {
    const of = `where id = ${String(task)}`;
    for (const change of ["number = '124/VP'", "sent_on = '2026-10-06'", "closed_by = 'x'", 'note = null'])
      for (const { sql } of [owner, own])
        await expect(sql.unsafe(`update notice_tasks set ${change} ${of}`)).rejects.toThrow('the letter was sent');
    await expect(owner.sql.unsafe(`delete from notice_tasks ${of}`)).rejects.toThrow('is refused');
    await expect(owner.sql.unsafe('truncate notice_tasks')).rejects.toThrow('is refused');
    for (const statement of [`delete from notice_tasks ${of}`, 'truncate notice_tasks'])
      await expect(own.sql.unsafe(statement)).rejects.toThrow('permission denied');
  } finally {
    await Promise.all([owner.close(), own.close()]);
  }

  await act(people.reception, code, 'reject', { reason: 'outside_scope', explanation: 'Không thuộc phạm vi.' });
  await act(people.reception, code, 'erase', { requestedOn: '2026-10-05', reason: 'Theo đơn yêu cầu.' });
  const { tasks } = await noticeOf(code, 'received', ['sent']);
  expect(tasks.find(({ id }) => id === task)).toMatchObject({ ...letter, note: null });
});

test('R1.4, R7.2: an agency that only gives an opinion settles nothing of what the submitter is told', async () => {
  const { code, task } = await leftToALetter('chi-phoi-hop@example.org');
  const { tasks } = await noticeOf(code, 'received', ['failed']);
  await act(people.reception, code, 'forward', { lead: LEAD, coordinating: [OTHER] });
  const address = tasks.find(({ kind }) => kind === 'address')!.id;
  const settling = [
    [`${String(address)}/address`, { email: 'cua-can-bo@example.org' }],
    [`${String(task)}/letter`, { sentOn: '2026-10-05', number: '1/SXD' }],
    [`${String(task)}/close`, { note: 'Không gửi được.' }],
  ] as const;
  for (const [path, body] of settling)
    expect((await people.otherOfficer.post(`/v1/notice-tasks/${path}`, body)).status).toBe(403);
  const listed = async (who: typeof people.reception) =>
    ((await who.get('/v1/notice-tasks?limit=200')).body.items as Task[]).some(({ caseCode }) => caseCode === code);
  expect([await listed(people.otherOfficer), await listed(people.officer)]).toEqual([false, true]);
  const maySettle = async (who: typeof people.reception) =>
    (await who.get(`/v1/cases/${code}/notices`)).body.maySettle as boolean;
  expect([
    await maySettle(people.otherOfficer),
    await maySettle(people.supervisor),
    await maySettle(people.officer),
  ]).toEqual([false, false, true]);
  expect(
    (await people.officer.post(`/v1/notice-tasks/${String(task)}/close`, { note: 'Không gửi được.' })).status
  ).toBe(200);
});

test('S6: where no letter can be sent and no other address is known, that ends the tasks on record, and informs nobody', async () => {
  const { code, task } = await leftToALetter('khong-dia-chi@example.org');
  const { tasks } = await noticeOf(code, 'received', ['failed']);
  const address = tasks.find(({ kind }) => kind === 'address')!.id;
  const note = 'Người gửi chỉ để lại thư điện tử sai.';
  const close = (who: typeof people.reception, id: number, body: object) =>
    who.post(`/v1/notice-tasks/${String(id)}/close`, body);
  expect((await close(people.otherHead, task, { note })).status).toBe(403);
  expect((await close(people.reception, task, {})).status).toBe(422);
  for (const id of [task, address]) {
    const { status, body } = await close(people.reception, id, { note });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      closedAt: expect.any(String),
      closedBy: await idOf(people.reception),
      note,
      sentOn: null,
    });
    expect((await close(people.reception, id, { note })).status).toBe(409);
  }
  expect(await noticeOf(code, 'received', ['failed'])).toMatchObject({ letter: null });
  const { items } = (await people.admin.get(`/v1/admin/events?act=notice.close&subject=case/${code}`)).body;
  const by = await idOf(people.reception);
  expect(items).toMatchObject(
    ['address', 'letter'].map((kind) => ({ by, after: { kind, notice: 'received', seq: 1 } }))
  );
  expect(JSON.stringify(items)).not.toContain('thư điện tử sai');
});

test('Decree 13/2023: of somebody who was erased no message is written once more', async () => {
  const person = {
    name: 'Người Đã Quên',
    address: 'Số 9 hẻm Vắng',
    phone: '0900 000 000',
    email: 'da-quen@example.org',
  };
  const code = await submitted(people.reception, {
    channel: 'phone',
    title: 'Việc của Người Đã Quên',
    submitter: person,
  });
  await act(people.reception, code, 'reject', { reason: 'outside_scope', explanation: 'Gửi ông Người Đã Quên.' });
  const addresses = await Promise.all(
    ['received', 'rejected'].map(async (template) => {
      const { seq, ordinal } = await noticeOf(code, template, ['sent']);
      return `/v1/cases/${code}/notices/${String(seq)}/${String(ordinal)}/text`;
    })
  );
  for (const address of addresses)
    expect(JSON.stringify((await people.reception.get(address)).body)).toContain('Người Đã Quên');
  await act(people.reception, code, 'erase', { requestedOn: '2026-10-05', reason: 'Theo đơn yêu cầu.' });
  for (const address of addresses) {
    const { status, body } = await people.reception.get(address);
    expect(status).toBe(200);
    expect(body.body).toContain('[đã xóa]');
    expect(JSON.stringify(body)).not.toContain('Người Đã Quên');
  }
});

test('S6, Decree 13/2023: of somebody who was erased nothing is left to be done, and no address is taken any more', async () => {
  const { code, task } = await leftToALetter('khong-con-ai@example.org');
  const { tasks } = await noticeOf(code, 'received', ['failed']);
  const mailbox = 'tra-lai-sau@example.org';
  const later = await submitted(people.citizen, submitter(mailbox));
  await noticeOf(later, 'received', ['sent']);
  for (const one of [code, later]) {
    await act(people.reception, one, 'reject', { reason: 'outside_scope', explanation: 'Không thuộc phạm vi.' });
    await act(people.reception, one, 'erase', { requestedOn: '2026-10-05', reason: 'Theo đơn yêu cầu.' });
  }
  expect((await noticeOf(code, 'received', ['muted'])).tasks).toMatchObject([
    { closedAt: expect.any(String) },
    { closedAt: expect.any(String) },
  ]);
  const address = tasks.find(({ kind }) => kind === 'address')!;
  const mending = { email: 'dia-chi-moi@example.org' };
  expect((await people.reception.post(`/v1/notice-tasks/${String(address.id)}/address`, mending)).status).toBe(409);
  const letter = { sentOn: '2026-10-05', number: '1/VP' };
  expect((await people.reception.post(`/v1/notice-tasks/${String(task)}/letter`, letter)).status).toBe(409);

  const { mail } = mails.received.find(({ to }) => to === mailbox)!;
  const dsn = { 'content-type': 'message/rfc822', authorization: `Bearer ${BOUNCE_SECRET}` };
  expect((await receipt('email', deliveryStatus(mail.messageId!), dsn)).body).toEqual({ taken: true });
  expect((await noticeOf(later, 'received', ['sent'])).tasks).toEqual([]);
});

test('S6, Decree 13/2023: a mended address is shown to staff and on paper, found in texts, and erased', async () => {
  const [wrong, right, number] = ['sai@example.org', 'dung@example.org', '0905 111 222'];
  mails.refuse(wrong, '550 5.1.1 no such user');
  const code = await submitted(people.citizen, submitter(wrong));
  const asked = `/v1/cases/${code}`;
  const before = (await people.reception.get(asked)).body;
  expect(before.contact).toEqual({ email: wrong, phone: '0900 000 000', emailMendedAt: null, phoneMendedAt: null });
  const { tasks } = await eventually(
    () => noticeOf(code, 'received', ['sent']),
    (notice) => notice.tasks.some(({ kind }) => kind === 'address')
  );
  const task = tasks.find(({ kind }) => kind === 'address')!;
  const mending = { email: right, phone: number };
  expect((await people.reception.post(`/v1/notice-tasks/${String(task.id)}/address`, mending)).status).toBe(200);

  const after = await people.reception.get(asked);
  expect(after.body).toMatchObject({
    submitter: { email: wrong },
    contact: { email: right, phone: number, phoneMendedAt: expect.any(String), emailMendedAt: expect.any(String) },
  });
  expect((await people.citizen.get(asked)).body).not.toHaveProperty('contact');
  const [received] = (await people.reception.get(`${asked}/events`)).body.items as { recordedAt: string }[];
  const earlier = await people.reception.get(`${asked}?asOf=${encodeURIComponent(received!.recordedAt)}`);
  expect(earlier.body.contact).toEqual(before.contact);
  const { bytes } = await people.reception.get(`${asked}/export?format=pdf`);
  expect(lettersOf((await pdfPages(bytes)).join(' '))).toContain(lettersOf(`Điện thoại đã sửa ${number}`));

  const found = await people.reception.post(`${asked}/publication-findings`, {
    title: null,
    content: null,
    text: `Đã gọi 0905111222.`,
  });
  expect(found.body.text.findings).toMatchObject([{ kind: 'phone', whose: 'submitter' }]);

  await act(people.reception, code, 'note', { text: 'Đã gọi số 0905.111.222, có người trả lời.' });
  await act(people.reception, code, 'reject', { reason: 'outside_scope', explanation: 'Không thuộc phạm vi.' });
  await act(people.reception, code, 'erase', { requestedOn: '2026-10-05', reason: 'Theo đơn yêu cầu.' });
  const told = JSON.stringify([
    (await people.reception.get(asked)).body,
    (await people.reception.get(`${asked}/events`)).body,
  ]);
  for (const gone of ['0905.111.222', number, right]) expect(told).not.toContain(gone);
});

test('administrators change a text, on record, and try it on a real case first', async () => {
  const code = await submitted(people.citizen, submitter('thu-mau@example.org'));
  const address = '/v1/message-templates/submitter/forwarded/vi';
  const texts = { subject: 'Đã chuyển {{code}}', body: 'Đã chuyển đến {{agency}}.', short: 'Da chuyen {{code}}' };
  const preview = await people.admin.post(`${address}/preview`, { case: code, texts });
  expect(preview.body).toMatchObject({ subject: `Đã chuyển ${code}`, segments: 1, encoding: 'GSM-7' });

  expect((await people.reception.get(address)).status).toBe(403);
  const put = (body: object) => people.admin.put(address, body);
  expect((await put({ ...texts, body: '{{password}}' })).body.errors[0]).toMatchObject({ path: '/body' });
  expect((await put({ ...texts, body: '{{#code}}' })).status).toBe(422);
  const broken = { ...texts, subject: 'Đã chuyển\r\nBcc: other@example.org' };
  expect((await people.admin.post(`${address}/preview`, { case: code, texts: broken })).body).toMatchObject({
    subject: 'Đã chuyển Bcc: other@example.org',
  });
  expect((await put({ ...texts, follows: 0 })).body).toMatchObject({ texts, version: 1, versions: [{ texts }] });
  const overtaken = { status: 409, body: { type: 'template-changed' } };
  expect(await put({ ...texts, subject: 'Đã quá muộn', follows: 0 })).toMatchObject(overtaken);
  expect(await people.admin.send('DELETE', `${address}?follows=0`)).toMatchObject(overtaken);
  expect((await people.admin.get('/v1/admin/events?act=messageTemplate.change')).body.items).toHaveLength(1);

  await act(people.reception, code, 'forward', { lead: LEAD });
  await eventually(
    () => Promise.resolve(mails.received),
    (received) => received.some(({ mail }) => mail.subject === `Đã chuyển ${code}`)
  );

  const reset = await people.admin.send('DELETE', `${address}?follows=1`);
  expect(reset.body).toMatchObject({ changed: false, versions: [{ texts: null }, { texts }] });
  expect(reset.body.texts).toEqual(reset.body.delivered);
  const listed = (await people.admin.get('/v1/message-templates')).body.items as { changed: boolean }[];
  expect(listed.filter(({ changed }) => changed)).toEqual([]);
  expect((await people.admin.get('/v1/admin/events?act=messageTemplate.reset')).body.items).toMatchObject([
    { before: texts, after: reset.body.delivered },
  ]);
});

test('R10.3: an administrator tries a text on a real case without reading what people wrote there, or who they are', async () => {
  const person = {
    name: 'Người Không Lộ',
    address: 'Phường Trung tâm',
    phone: '0900 000 000',
    email: 'khong-lo@example.org',
  };
  const code = await submitted(people.citizen, { title: 'Chuyện riêng của tôi', submitter: person });
  await act(people.reception, code, 'requestInfo', { question: 'Câu hỏi riêng.' });
  await act(people.citizen, code, 'supplyInfo', { text: 'Lời đáp riêng.' });
  await act(people.reception, code, 'message', { subject: 'Đầu đề kín', text: 'Lời thư riêng.' });
  await act(people.reception, code, 'reject', { reason: 'outside_scope', explanation: 'Giải thích riêng.' });
  const facts = ['name', 'title', 'question', 'text', 'subject', 'reason', 'explanation', 'code', 'receivedOn'];
  const body = facts.map((fact) => `${fact}={{${fact}}}`).join('\n');
  const texts = { subject: '{{title}}', body, short: '{{name}} {{title}} {{text}}' };
  const read = await Promise.all(
    [1, 2, 3, 4, 5].map(async (seq) => {
      const preview = { case: code, seq, texts };
      const { status, body: told } = await people.admin.post(
        '/v1/message-templates/submitter/message/vi/preview',
        preview
      );
      expect(status).toBe(200);
      return JSON.stringify(told);
    })
  );
  for (const told of read) {
    expect(told).not.toMatch(
      /riêng của tôi|Câu hỏi riêng|Lời đáp|Lời thư|Giải thích riêng|Không Lộ|Đầu đề kín|phạm vi/i
    );
    expect(told).toContain(`code=${code}`);
    expect(told).toContain('receivedOn=05/10/2026');
  }
  for (const told of read.slice(1)) {
    expect(told).toContain('name=[tên người nhận]');
    expect(told).toContain('title=[tiêu đề hồ sơ]');
  }
  expect(read[1]).toContain('question=[nội dung cần bổ sung]');
  expect(read[3]).toContain('subject=[tiêu đề thư riêng]');
  expect(read[4]).toContain('explanation=[giải thích]');
});

test('R1.4: what a message said is read in the words that it was sent in, by staff who may see the case', async () => {
  const { citizen, reception, otherHead, admin } = people;
  const mailbox = 'doc-lai@example.org';
  const code = await submitted(citizen, submitter(mailbox));
  const { seq, ordinal, status } = await noticeOf(code, 'received', ['sent']);
  expect(status).toBe('sent');
  const address = `/v1/cases/${code}/notices/${String(seq)}/${String(ordinal)}/text`;
  const { mail } = mails.received.find(({ to }) => to === mailbox)!;
  const [sms] = shortMessages().filter(({ text }) => text.includes(code));
  const told = (await reception.get(address)).body as { body: string };
  expect(told).toMatchObject({ language: 'vi', subject: mail.subject, sms: sms?.text, wording: 'today' });
  expect(mail.text?.startsWith(told.body.trim())).toBe(true);
  // With the link that stands below it in the mail anybody chooses what the submitter is told.
  expect(mail.text).toContain('message-preferences');
  expect(JSON.stringify(told)).not.toContain('message-preferences');

  expect((await citizen.get(address)).status).toBe(403);
  expect((await otherHead.get(address)).status).toBe(403);
  expect((await service.stranger.get(address)).status).toBe(401);
  for (const other of ['1/99', '9/0', '1/x', '99999999999/0'])
    expect((await reception.get(`/v1/cases/${code}/notices/${other}/text`)).body.type).toBe('no-such-message');

  const template = '/v1/message-templates/submitter/forwarded/vi';
  const changed = { subject: 'Đã chuyển {{code}}', body: 'Lời văn của tỉnh: {{agency}}.', short: '{{code}}' };
  expect((await admin.put(template, changed)).status).toBe(200);
  await act(reception, code, 'forward', { lead: LEAD });
  const forwarded = await noticeOf(code, 'forwarded', ['sent']);
  expect((await admin.send('DELETE', template)).status).toBe(200);
  const then = await reception.get(
    `/v1/cases/${code}/notices/${String(forwarded.seq)}/${String(forwarded.ordinal)}/text`
  );
  expect(then.body).toMatchObject({ subject: `Đã chuyển ${code}`, wording: 'then' });
  expect(then.body.body).toContain('Kính gửi Người gửi,');
  expect(then.body.body).toContain('Lời văn của tỉnh: Sở Tư pháp.');
});

test('R8.2: what the law asks for cannot be turned off, the rest can, from the message itself', async () => {
  const somebody = await service.newcomer();
  const mailbox = 'tat-bot@example.org';
  const code = await submitted(somebody, submitter(mailbox));
  await act(people.reception, code, 'forward', { lead: LEAD });
  const { mail } = await eventually(
    () => Promise.resolve(mails.received.find(({ to, mail: { headers } }) => to === mailbox && headers.has('list'))!),
    (found) => (found as unknown) !== undefined
  );
  const line = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')!.line;
  const address = new URL(/<(.+)>/.exec(line)![1]!);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const mute = (path: string) => service.stranger.send('POST', path, 'List-Unsubscribe=One-Click', form);
  expect((await mute(address.pathname)).status).toBe(204);
  expect((await mute(address.pathname.replace(/forwarded$/, 'received'))).status).toBe(422);
  expect((await mute(address.pathname.replace('message-preferences/', 'message-preferences/x'))).status).toBe(404);
  expect((await somebody.get('/v1/message-preferences')).body).toMatchObject({ language: 'vi', muted: ['forwarded'] });

  const sql = postgres(service.databaseUrl, { max: 1 });
  const { pressed } = await sql.begin(async (holder) => {
    await holder`select from message_preferences for update`;
    const presses = ['case_inherited', 'deadline_moved'].map((other) =>
      mute(address.pathname.replace(/forwarded$/, other))
    );
    await eventually(
      () => waitersFor(holder),
      (waiters) => waiters === 2
    );
    return { pressed: Promise.all(presses) };
  });
  expect((await pressed).map(({ status }) => status)).toEqual([204, 204]);
  await sql.end();
  const { muted } = (await somebody.get('/v1/message-preferences')).body as { muted: string[] };
  expect(muted.sort()).toEqual(['case_inherited', 'deadline_moved', 'forwarded']);

  const english = { language: 'en', muted: ['forwarded'] };
  expect((await somebody.put('/v1/message-preferences', english)).status).toBe(200);
  const next = await submitted(somebody, submitter(mailbox));
  await act(people.reception, next, 'forward', { lead: LEAD });
  await noticeOf(next, 'forwarded', ['muted']);
  await noticeOf(next, 'received', ['sent']);
  expect(mails.received.map(({ mail: { subject } }) => subject)).toContain(`We have received your feedback ${next}`);
});

test.each([
  ['vi', 'Sở Tư pháp'],
  ['en', 'Department of Justice'],
])('what is about no one case is previewed with what it will say: %s', async (language, agency) => {
  const [other, code] = [
    await submitted(people.citizen, submitter('cua-nguoi-khac@example.org')),
    await submitted(people.citizen, submitter('xem-truoc@example.org')),
  ];
  for (const each of [other, code]) await act(people.reception, each, 'forward', { lead: LEAD });
  const preview = async (template: string) =>
    (await people.admin.post(`/v1/message-templates/service/${template}/${language}/preview`, { case: code })).body as {
      subject: string;
      body: string;
    };
  const digest = await preview('digest');
  expect(digest.subject).toContain('05/10/2026');
  expect(digest.subject).toContain(agency);
  expect(digest.body).toContain(`- ${code} ${language === 'vi' ? '[tiêu đề hồ sơ]' : '[title of the case]'}`);
  expect(digest.body).not.toContain('Thủ tục chưa được niêm yết');
  expect(digest.body).toContain(`${service.address}/inbox`);
  expect(digest.body).not.toContain(other);
  const { body } = await preview('password_reset');
  expect(body).toContain(`${service.address}/reset-password#token=…`);
});

/** The officer acts for the head of their agency; answers what takes it back. */
async function delegated(): Promise<() => Promise<unknown>> {
  const given = { from: '2026-10-05', through: '2026-10-09', reason: 'Nghỉ phép.' };
  const parties = { absent: await idOf(people.head), delegate: await idOf(people.officer) };
  const { status, body } = await people.head.post('/v1/delegations', { ...parties, ...given });
  expect(status).toBe(201);
  return () => people.head.send('DELETE', `/v1/delegations/${(body as { id: string }).id}`);
}

test('S8: what is told to an absent head reaches the delegate too, as long as the delegation stands', async () => {
  const toldOf = (code: string) =>
    mails.received
      .filter(({ to, mail: { text } }) => to.endsWith(`${LEAD}@example.vn`) && text?.includes(code) === true)
      .map(({ to }) => to.split('.')[0])
      .sort();
  const arrivedAndUrged = async (): Promise<string> => {
    const code = await submitted(people.citizen, submitter('vang-mat@example.org'));
    await act(people.reception, code, 'forward', { lead: LEAD });
    await act(people.reception, code, 'urge', { text: 'Đề nghị xử lý.' });
    await eventually(
      async () => (await people.reception.get(`/v1/cases/${code}/notices`)).body.items as Notice[],
      (items) => items.every(({ status }) => status === 'sent')
    );
    return code;
  };
  const takeBack = await delegated();
  expect(toldOf(await arrivedAndUrged())).toEqual(['lead', 'lead', 'officer', 'officer']);
  await takeBack();
  expect(toldOf(await arrivedAndUrged())).toEqual(['lead', 'lead']);
});

const digests = () => mails.received.filter(({ mail: { subject } }) => subject?.startsWith('Công việc ngày') === true);

test('R10.1: what a morning brings is told to nobody when the morning is over', async () => {
  const code = await submitted(people.citizen, submitter('qua-trua@example.org'));
  await act(people.reception, code, 'forward', { lead: LEAD });
  await runLate(`morning-digest/${service.taskQueue}`, 4 * 3_600_000);
  expect(digests()).toEqual([]);
});

test('R10.1, S8: on the morning of a working day everybody is told once what waits for them or for whom they act', async () => {
  const code = await submitted(people.citizen, submitter('buoi-sang@example.org'));
  await act(people.reception, code, 'forward', { lead: LEAD });
  const takeBack = await delegated();
  await runScheduled(`morning-digest/${service.taskQueue}`);
  await runScheduled(`morning-digest/${service.taskQueue}`);
  await takeBack();
  for (const role of ['lead', 'officer']) {
    const [own, ...more] = digests().filter(({ to }) => to === `${role}.${LEAD}@example.vn`);
    expect(more).toEqual([]);
    expect(own?.mail.subject).toBe('Công việc ngày 05/10/2026: Sở Tư pháp');
    expect(own?.mail.text).toContain(code);
    expect(own?.mail.text).toContain(`${service.address}/inbox`);
  }
  expect(new Set(digests().map(({ to }) => to)).size).toBe(digests().length);
});

test('R10.1: a round that was given up tells nobody more, and the next one goes on from there', async () => {
  const code = await submitted(people.citizen, submitter('bo-do@example.org'));
  await act(people.reception, code, 'forward', { lead: LEAD });
  const { db, close } = openDatabase(service.databaseUrl, { max: 1 });
  const toldIn = async (round: MockActivityEnvironment, thenGivenUp: boolean): Promise<string[]> => {
    const told: string[] = [];
    const send = ({ to }: { readonly to: string }) => {
      told.push(to);
      if (thenGivenUp) round.cancel();
      return Promise.resolve({ result: 'accepted' as const });
    };
    const messaging = { ...noChannels, channels: { email: { repeatable: true, send } } };
    const ended = round.run(createSendDigests({ db, messaging }), '2026-10-06T07:30:00.000+07:00');
    await (thenGivenUp ? expect(ended).rejects.toThrow(CancelledFailure) : ended);
    return told;
  };
  try {
    const first = await toldIn(new MockActivityEnvironment(), true);
    const second = await toldIn(new MockActivityEnvironment(), false);
    expect(first).toHaveLength(1);
    expect(second).not.toHaveLength(0);
    expect(second).not.toContain(first[0]);
  } finally {
    await close();
  }
});

/** What each of the people of an agency reads on a morning, by their role. */
async function digestsOn(at: string, db: Database): Promise<Record<'lead' | 'officer', string>> {
  const told = { lead: '', officer: '' };
  const send = ({ to, body }: { readonly to: string; readonly body: string }) => {
    if (to.endsWith(`.${LEAD}@example.vn`)) told[to.split('.')[0] as keyof typeof told] = body;
    return Promise.resolve({ result: 'accepted' as const });
  };
  const messaging = { ...noChannels, channels: { email: { repeatable: true, send } } };
  await new MockActivityEnvironment().run(createSendDigests({ db, messaging }), at);
  return told;
}

test('R7.2, R10.1: what is overdue on a morning is all whose most urgent deadline has passed', async () => {
  const code = await submitted(people.citizen, submitter('y-kien@example.org'));
  // The opinion is due by 12 October, the answer by the 26th; nobody handles it yet.
  await act(people.reception, code, 'forward', { lead: LEAD, coordinating: [OTHER] });
  const { db, sql, close } = openDatabase(service.databaseUrl, { max: 1 });
  // As it would be beyond the announced days.
  await sql`
    update cases set state = jsonb_set(state, ${['terms', `opineBy:${OTHER}`, 'provisional']}, 'true')
    where code = ${code}`;
  const { officer } = await digestsOn('2026-10-13T07:30:00.000+07:00', db);
  await close();
  const [, overdue] = /Quá hạn:\n([^]*?)\n\n/.exec(officer)!;
  expect(overdue).toContain(`${code} Thủ tục chưa được niêm yết (12/10/2026) (tạm tính)`);
});

test('R10.1: however much waits at an agency, everybody reads of their own, and how much there is in all', async () => {
  const { db, sql, close } = openDatabase(service.databaseUrl, { max: 1 });
  const own = await submitted(people.citizen, submitter('cua-minh@example.org'));
  await act(people.reception, own, 'forward', { lead: LEAD });
  await sql`
    insert into cases (code, seq, status, open, channel, title, content, attachments, received_at, entered_at,
      lead_agency, agencies, waits_for, overdue, urgency, state, head, updated_at)
    select code || '-' || number, seq, status, open, channel, title, content, attachments, received_at, entered_at,
      lead_agency, agencies, waits_for, overdue, urgency - interval '1 day', state, head, updated_at
    from cases, generate_series(1, 250) as number where code = ${own}`;
  await act(people.head, own, 'assign', { officer: await idOf(people.officer) });
  const [unassigned] = await sql<{ count: number }[]>`
    select count(*)::int from cases where open and waits_for = ${LEAD} and officer is null`;
  const { officer, lead } = await digestsOn('2026-10-14T07:30:00.000+07:00', db);
  await sql`delete from cases where code like ${`${own}-%`}`;
  await close();
  expect(officer).toContain(own);
  expect(lead).toContain(`(+${String(unassigned!.count - 30)})`);
});

test('R10.1, R10.3: a digest names what the inbox has for its reader, with what a head handles and what an officer drafted', async () => {
  const handled = await inHandling({ ...people, officer: people.head });
  const drafted = await inHandling(people);
  await act(people.officer, drafted, 'propose', { text: 'Đã niêm yết.' });
  const { db, close } = openDatabase(service.databaseUrl, { max: 1 });
  const told = await digestsOn('2026-10-15T07:30:00.000+07:00', db);
  await close();
  const [lead, officer] = [codesIn(told.lead), codesIn(told.officer)];
  expect(lead).toEqual(expect.arrayContaining([handled, drafted]));
  expect(lead).toEqual(await waitingInInbox(people.head));
  expect(officer).toContain(drafted);
  expect(officer).toEqual(await waitingInInbox(people.officer));
});

/** The cases that a digest says are waiting for its reader. */
const codesIn = (digest: string): string[] =>
  [.../Đang chờ Ông\/Bà:\n([^]*?)\n\n/.exec(digest)![1]!.matchAll(/^- (\S+)/gm)].map(([, code]) => code!);

async function waitingInInbox(by: Visitor): Promise<string[]> {
  const { items } = (await by.get('/v1/cases?view=mine&limit=100')).body as { items: Record<string, string>[] };
  return items.filter(({ waitsFor }) => waitsFor === LEAD).map(({ code }) => code!);
}

test('R6.1, S8: a letter calls an agency and a reason that have ended by their last names, and never by their codes', async () => {
  const [ended, reason] = ['home-affairs', 'not_vietnamese'];
  const rejected = await submitted(people.citizen, submitter('khong-nhan@example.org'));
  await act(people.reception, rejected, 'reject', { reason, explanation: 'Đề nghị gửi lại bằng tiếng Việt.' });
  const forwarded = await submitted(people.citizen, submitter('da-giai-the@example.org'));
  const { updatedAt } = await act(people.reception, forwarded, 'forward', { lead: ended });
  const { db, close } = openDatabase(service.databaseUrl, { max: 1 });
  const end = {
    effectiveFrom: dateOf(updatedAt as string),
    facts: { ended: true },
    document: null,
    createdAt: updatedAt as string,
    createdBy: SERVICE,
  };
  await addVersions(db, [{ ...end, register: 'agency', code: ended }]);
  await addVersions(db, [{ ...end, register: 'rejection_reason', code: reason }]);
  const said = async (code: string) => {
    const row = (await findCase(db, code))!;
    const reader = { audience: 'submitter', name: '', language: 'vi', recipient: null } as const;
    return factsOf(db, await occasionOf(db, row, row.seq), reader, '');
  };
  expect(await said(rejected)).toMatchObject({ reason: 'Không sử dụng tiếng Việt' });
  expect(await said(forwarded)).toMatchObject({ agency: 'Sở Nội vụ' });
  expect(await agencyName(db, ended, '1990-01-01T00:00:00.000+07:00', 'en')).toBe('Department of Home Affairs');
  expect(await agencyName(db, 'nobody', updatedAt as string, 'vi')).toBe('');
  await close();
});

test('a password is reset through the mailbox', async () => {
  expect((await service.stranger.post('/v1/auth/forgot-password', { email: 'supervisor@example.vn' })).status).toBe(
    202
  );
  const { mail } = await eventually(
    () => Promise.resolve(mails.received.find(({ to }) => to === 'supervisor@example.vn')!),
    (found) => (found as unknown) !== undefined
  );
  const [, token] = /reset-password#token=(\S+)/.exec(mail.text ?? '')!;
  const reset = { token, password: 'another sample password' };
  expect((await service.stranger.post('/v1/auth/reset-password', reset)).status).toBe(204);
});
