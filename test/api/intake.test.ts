import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { eventually } from '../support/eventually';
import { waitingFor } from '../support/locks';
import { startService, type Service } from '../support/service';
import { act, inHandling, peopleOf, petition, type People } from './support/people';

const zalo = { appId: '360846524940903967', secret: 'official-account-secret' };
const filesDir = mkdtempSync(join(tmpdir(), 'intake-'));

let service: Service;
let people: People;
let env: Record<string, string>;

beforeAll(async () => {
  service = await startService({
    env: { FILES_DIR: filesDir },
    apiEnv: (given) => {
      env = { ...given, ZALO_WEBHOOK_APP_ID: zalo.appId, ZALO_WEBHOOK_SECRET: zalo.secret };
      return env;
    },
  });
  people = await peopleOf(service);
});

afterAll(() => service.stop());

interface Draft {
  id: string;
  status: string;
  sender: string | null;
  subject: string | null;
  text: string;
  original: string;
  attachments: string[];
  faults: string[];
  automatic: string | null;
  receivedAt: string;
  caseCode: string | null;
}

const drafts = async (query = '') =>
  ((await people.reception.get(`/v1/drafts?limit=200${query}`)).body as { items: Draft[] }).items;
const draftOf = async (subject: string, query = '') =>
  (await drafts(query)).find((draft) => draft.subject === subject)!;

/** What a mail server does with a message for us. */
async function piped(message: string | Buffer, given: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'commands/intakeEmail.ts'], {
    env: { ...process.env, ...env, ...given },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(message);
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, printed: printed.trim() };
}

const received = 'Received: from mx.example.org by mail.example.vn with ESMTPS; Mon, 2 Nov 2026 09:30:00 +0700';

const email = (headers: Record<string, string>, body = 'Kính gửi Văn phòng, đường trước nhà tôi bị ngập.') =>
  [
    received,
    ...Object.entries({
      From: 'Nguoi gui <Nguoi.Gui@example.org>',
      To: 'pakn@example.vn',
      Subject: 'Duong ngap',
      'Message-ID': `<${crypto.randomUUID()}@example.org>`,
      'MIME-Version': '1.0',
      'Content-Type': 'text/plain; charset=utf-8',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n');

const multipart = (parts: string[]) => parts.map((part) => `--b\r\n${part}\r\n`).join('') + '--b--\r\n';

describe('R3: an e-mail becomes a draft for the Office to complete', () => {
  test('with sender, subject, text and files; submitted, it is a case received when the mail server took it', async () => {
    const body = multipart([
      'Content-Type: text/plain; charset=utf-8\r\n\r\nĐường trước nhà tôi bị ngập.',
      'Content-Type: application/pdf; name="anh.txt"\r\nContent-Disposition: attachment; filename="../anh.txt"\r\n\r\nBiên bản',
      'Content-Type: text/plain; name="may.txt"\r\nContent-Disposition: attachment; filename="may.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\nTVqQAAMAAAAEAAAA',
    ]);
    const headers = { Subject: '=?UTF-8?B?xJDGsOG7nW5nIG5n4bqtcA==?=', 'Content-Type': 'multipart/mixed; boundary=b' };
    expect(await piped(email(headers, body))).toEqual({ code: 0, printed: 'draft' });

    const draft = await draftOf('Đường ngập');
    expect(draft).toMatchObject({ sender: 'nguoi.gui@example.org', receivedAt: '2026-11-02T09:30:00.000+07:00' });
    expect(draft.attachments).toHaveLength(1);
    expect(draft.faults).toEqual([expect.stringContaining('may.txt')]);
    const original = await people.reception.get(`/v1/attachments/${draft.original}`);
    expect(original.body).toContain('Nguoi.Gui@example.org');
    expect((await people.officer.get(`/v1/attachments/${draft.original}`)).status).toBe(404);

    const submit = (given: object) => people.reception.post(`/v1/drafts/${draft.id}/submit`, given);
    expect((await submit({ category: 'none' })).body).toMatchObject({ errors: [{ path: '/category' }] });
    expect((await submit({ channel: 'portal' })).body).toMatchObject({ errors: [{ path: '/channel' }] });
    const atOnce = (await Promise.all([submit({}), submit({})])).map(({ status }) => status);
    expect(atOnce).toContain(201);
    expect(atOnce.every((status) => status === 201 || status === 409)).toBe(true);
    expect((await submit({})).body).toMatchObject({ type: 'draft-settled' });
    expect((await people.reception.get(`/v1/drafts/${draft.id}`)).body).toMatchObject({ status: 'submitted' });
    const { caseCode } = await draftOf('Đường ngập', '&status=submitted');
    const { body: read } = await people.reception.get(`/v1/cases/${caseCode!}`);
    expect(read).toMatchObject({
      channel: 'email',
      title: 'Đường ngập',
      receivedAt: '2026-11-02T09:30:00.000+07:00',
      submitter: { name: 'Nguoi gui', email: 'nguoi.gui@example.org', phone: null },
      attachments: draft.attachments,
    });
  });

  test('of very many files a case takes as many as it may begin with; the others are named and stand in the original', async () => {
    const picture = (index: number) =>
      `Content-Type: text/plain; name="${String(index)}.txt"\r\nContent-Disposition: attachment; filename="${String(index)}.txt"\r\n\r\nẢnh ${String(index)}`;
    const body = multipart(Array.from({ length: 22 }, (_, index) => picture(index + 1)));
    await piped(email({ Subject: 'Nhieu anh', 'Content-Type': 'multipart/mixed; boundary=b' }, body));
    const draft = await draftOf('Nhieu anh');
    expect(draft.attachments).toHaveLength(20);
    expect(draft.faults).toEqual([expect.stringContaining('21.txt'), expect.stringContaining('22.txt')]);
    // What waits with a message for a case of its own is published in no other (R9.1).
    const other = await inHandling(people);
    await act(people.head, other, 'answer', { text: 'Đã xử lý.' });
    const copy = await people.reception.send('POST', `/v1/attachments/${String(draft.attachments[0])}/redacted`);
    const publication = { forms: ['portal'], text: 'Đã xử lý.', attachments: [copy.body.id] };
    expect((await people.reception.post(`/v1/cases/${other}/publish`, publication)).body.errors).toMatchObject([
      { path: '/attachments/0', code: 'noCopy' },
    ]);

    const content = { content: 'Ảnh chụp đường ngập.' };
    expect((await people.reception.post(`/v1/drafts/${draft.id}/submit`, content)).status).toBe(201);
  });

  test('what a page cannot hold is a mark, so that the rest becomes a case as it stands', async () => {
    await piped(email({ Subject: 'Ky tu la' }, 'Đường ngập \u0096 nhà tôi \u0000 ở cuối ngõ.'));
    const draft = await draftOf('Ky tu la');
    expect(draft.text).toBe('Đường ngập \uFFFD nhà tôi \uFFFD ở cuối ngõ.');
    expect((await people.reception.post(`/v1/drafts/${draft.id}/submit`, {})).status).toBe(201);
  });

  test('the same message twice is one draft; another text under the same id is another', async () => {
    const message = email({ Subject: 'Hai lan', 'Message-ID': '<one@example.org>' });
    expect((await Promise.all([piped(message), piped(message)])).map(({ code }) => code)).toEqual([0, 0]);
    expect(await piped(message)).toEqual({ code: 0, printed: 'duplicate' });
    expect((await drafts()).filter(({ subject }) => subject === 'Hai lan')).toHaveLength(1);
    expect((await piped(email({ Subject: 'Hai lan', 'Message-ID': '<one@example.org>' }, 'Khác.'))).printed).toBe(
      'draft'
    );
  });

  test('what a machine wrote is set aside, and not lost', async () => {
    const answer = await piped(email({ Subject: 'Tra loi tu dong', 'Auto-Submitted': 'auto-replied' }));
    expect(answer).toEqual({ code: 0, printed: 'setAside' });
    expect(await draftOf('Tra loi tu dong', '&status=set_aside')).toMatchObject({ automatic: 'auto_reply' });
  });

  test('what is no e-mail lands with its raw text, and bytes that no text has', async () => {
    const raw = Buffer.concat([Buffer.from('đây không phải thư'), Buffer.from([0, 255, 254])]);
    expect((await piped(raw)).printed).toBe('draft');
    const found = (await drafts()).find(({ text }) => text.includes('đây không phải thư'));
    expect(found?.faults).toHaveLength(1);
    const hash = createHash('sha256').update(raw).digest('hex');
    expect((await people.reception.get(`/v1/attachments/${found!.original}`)).status).toBe(200);
    expect(found!.original.endsWith(hash)).toBe(true);
  });

  test('a mail server is told to come back while the database is away, and to give up what is too large', async () => {
    const message = email({ Subject: 'Lai sau' });
    expect((await piped(message, { DATABASE_URL: 'postgres://127.0.0.1:9/none' })).code).toBe(75);
    expect((await piped(message, { INTAKE_MAX_BYTES: '100' })).code).toBe(65);
  });

  test('what is no petition is dismissed with a reason, and only reception sees any of it', async () => {
    await piped(email({ Subject: 'Quang cao' }));
    const { id } = await draftOf('Quang cao');
    expect((await people.reception.post(`/v1/drafts/${id}/dismiss`, {})).status).toBe(422);
    expect((await people.reception.post(`/v1/drafts/${id}/submit`, { category: 'none' })).status).toBe(422);
    expect((await people.reception.post(`/v1/drafts/${id}/dismiss`, { reason: 'Quảng cáo.' })).body).toMatchObject({
      status: 'dismissed',
      reason: 'Quảng cáo.',
    });
    expect((await people.reception.post(`/v1/drafts/${id}/submit`, {})).body).toMatchObject({ type: 'draft-settled' });
    for (const other of [people.citizen, people.officer, people.head, people.leadership, people.admin])
      expect((await other.get('/v1/drafts')).status).toBe(403);
    expect((await people.reception.get('/v1/drafts/nothing')).status).toBe(404);
  });
});

const zaloEvent = (given: object = {}, timestamp = Date.now()) =>
  JSON.stringify({
    app_id: zalo.appId,
    event_name: 'user_send_text',
    sender: { id: '246845883529197922' },
    recipient: { id: '388613280878808645' },
    message: { msg_id: crypto.randomUUID(), text: 'Đèn đường hỏng đã một tuần.' },
    timestamp: String(timestamp),
    ...given,
  });

const macOf = (body: string, secret = zalo.secret) =>
  createHash('sha256')
    .update(zalo.appId + body + (JSON.parse(body) as { timestamp: string }).timestamp + secret)
    .digest('hex');

const fromZalo = (body: string, mac = macOf(body)) =>
  service.stranger.send('POST', '/v1/intake/zalo', body, {
    'content-type': 'application/json',
    'x-zevent-signature': `mac=${mac}`,
  });

describe('R3: a message to the official account becomes a draft', () => {
  test('once, however often it is delivered', async () => {
    const body = zaloEvent();
    expect((await fromZalo(body)).body).toEqual({ taken: 'draft' });
    expect((await fromZalo(body)).body).toEqual({ taken: 'duplicate' });
    expect(await drafts('&source=zalo')).toMatchObject([
      { sender: '246845883529197922', text: 'Đèn đường hỏng đã một tuần.' },
    ]);
  });

  test('with what comes along: links, and a place as it was sent', async () => {
    const attachments = [
      { type: 'image', payload: { url: 'https://zalo.example/anh.jpg' } },
      { type: 'location', payload: { coordinates: { latitude: '21.02', longitude: '105.85' } } },
    ];
    const message = { msg_id: crypto.randomUUID(), attachments };
    expect((await fromZalo(zaloEvent({ event_name: 'user_send_location', message }))).body).toEqual({ taken: 'draft' });
    const texts = (await drafts('&source=zalo')).map(({ text }) => text);
    expect(texts).toContain(
      '[image] https://zalo.example/anh.jpg\n[location] {"coordinates":{"latitude":"21.02","longitude":"105.85"}}'
    );
  });

  test('what else Zalo tells is taken note of and kept nowhere', async () => {
    expect((await fromZalo(zaloEvent({ event_name: 'follow' }))).body).toEqual({ taken: 'nothing' });
  });

  test('a signature that is another’s, over other bytes, missing, or old is refused', async () => {
    const body = zaloEvent();
    const old = zaloEvent({}, Date.now() - 3_600_000);
    const refused = { status: 401, body: { type: 'wrong-signature' } };
    expect(await fromZalo(body, macOf(body, 'another'))).toMatchObject(refused);
    expect(await fromZalo(body.replace('một', 'hai'), macOf(body))).toMatchObject(refused);
    expect(await fromZalo(body, '')).toMatchObject(refused);
    expect(await fromZalo(old)).toMatchObject(refused);
    const bare = await service.stranger.send('POST', '/v1/intake/zalo', 'nonsense', { 'content-type': 'text/plain' });
    expect(bare).toMatchObject(refused);
  });
});

describe('S5: the same petition three ways', () => {
  test('one case for each reference, the others offered for linking, one answer, each told', async () => {
    const { reception, head, officer } = people;
    const portal = service.machine();
    const said = 'Cống thoát nước đường Phan Đình Phùng bị tắc, nước thải tràn ra mặt đường suốt hai tuần nay.';
    const who = { name: 'Người gửi', address: 'Phường', phone: '0905 111 222', email: 'ba.cach@example.vn' };
    const onPortal = petition({ reference: 'DVC-S5', content: said, submitter: who });
    const sent = await portal.post('/v1/cases', onPortal);
    const repeats = await Promise.all([
      portal.post('/v1/cases', onPortal),
      portal.post('/v1/cases', onPortal),
      portal.post('/v1/cases', onPortal),
    ]);
    const { code: first } = sent.body as { code: string };
    expect(repeats.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
      repeats.map(() => [200, first])
    );

    const call = petition({ channel: 'phone', content: said, submitter: { phone: '+84905111222' } });
    const key = crypto.randomUUID();
    const calls = [
      await reception.post('/v1/cases', call, { 'idempotency-key': key }),
      await reception.post('/v1/cases', call, { 'idempotency-key': key }),
    ];
    const byPhone = (calls[0]!.body as { code: string }).code;
    expect((calls[1]!.body as { code: string }).code).toBe(byPhone);

    // Zalo's clock goes ahead of ours: that hinders nobody from completing the draft.
    await fromZalo(zaloEvent({ message: { msg_id: 's5', text: said } }, Date.now() + 600_000));
    const { id } = (await drafts('&source=zalo')).find(({ text }) => text === said)!;
    const completed = await reception.post(`/v1/drafts/${id}/submit`, { submitter: { phone: '0905.111.222' } });
    const byZalo = (completed.body as { code: string; channel: string }).code;
    expect(completed.body).toMatchObject({ channel: 'zalo' });

    for (const code of [byPhone, byZalo]) {
      const { body } = await reception.get(`/v1/cases/${code}/similar`);
      expect(body).toMatchObject({
        items: expect.arrayContaining([
          expect.objectContaining({ code: first, reasons: expect.arrayContaining([{ reason: 'phone', weight: 0.5 }]) }),
        ]),
      });
      await act(reception, code, 'link', { kind: 'duplicate', to: first });
    }
    const backwards = await reception.post(`/v1/cases/${first}/link`, { kind: 'duplicate', to: byPhone });
    expect(backwards).toMatchObject({ status: 422, body: { errors: [{ code: 'notEarlier' }] } });

    await act(reception, first, 'forward', { lead: 'justice' });
    await act(head, first, 'assign', { officer: ((await officer.get('/v1/auth/me')).body as { id: string }).id });
    await act(head, first, 'answer', { text: 'Cống đã được thông.' });
    await act(reception, first, 'publish', { forms: ['portal'], text: 'Cống đã được thông.', answerLinked: true });
    for (const code of [first, byPhone, byZalo]) {
      const read = await eventually(
        async () => (await reception.get(`/v1/cases/${code}`)).body as { status: string; answer: string },
        ({ status }) => status === 'published'
      );
      expect(read.answer).toBe('Cống đã được thông.');
      const { items } = (await reception.get(`/v1/cases/${code}/notices`)).body as {
        items: { template: string; recipientKind: string }[];
      };
      expect(items.filter((told) => told.recipientKind === 'submitter' && told.template === 'published')).toHaveLength(
        1
      );
    }
    expect((await portal.get('/v1/changes?limit=200')).body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({
          code: first,
          reference: 'DVC-S5',
          status: 'published',
          answer: 'Cống đã được thông.',
        }),
      ]),
    });
  });
});

describe('R3: of two who complete one message at once', () => {
  const draftSaying = async (text: string) => {
    await fromZalo(zaloEvent({ message: { msg_id: crypto.randomUUID(), text } }));
    return (await drafts('&source=zalo')).find((draft) => draft.text === text)!;
  };
  let sql: postgres.Sql;
  beforeAll(() => {
    sql = postgres(service.databaseUrl, { max: 1, onnotice: () => undefined });
  });
  afterAll(() => sql.end());

  test('none is told that its files are not theirs', async () => {
    const { id } = await draftSaying('Nước máy bị đục.');
    await sql`create function take_over() returns trigger language plpgsql as $$
      begin new.uploaded_by := 'a colleague'; return new; end $$`;
    await sql`create trigger take_over before update on attachments for each row execute function take_over()`;
    const completed = await people.reception.post(`/v1/drafts/${id}/submit`, {});
    await sql`drop function take_over cascade`;
    expect(completed).toMatchObject({ status: 201 });
  });

  test('the later one is told of which case it has become', async () => {
    const { id } = await draftSaying('Hố ga mất nắp.');
    const code = 'PAKN-2601-DDDD-EEEE-FFFF';
    const { completing } = await sql.begin(async (holder) => {
      await holder`select from drafts where id = ${id} for update`;
      const asked = people.reception.post(`/v1/drafts/${id}/submit`, {});
      await eventually(() => waitingFor(holder), Boolean);
      await holder`update drafts set status = 'submitted', case_code = ${code}, settled_at = now() where id = ${id}`;
      return { completing: asked };
    });
    expect(await completing).toMatchObject({ status: 409, body: { type: 'draft-settled' } });
    expect((await completing).body).toMatchObject({ detail: expect.stringContaining(code) as string });
  });
});

test('R3: a draft is not dismissed while a case may be coming of it, and not once there is one', async () => {
  const said = 'Cây đổ chắn đường.';
  await fromZalo(zaloEvent({ message: { msg_id: crypto.randomUUID(), text: said } }));
  const { id } = (await drafts('&source=zalo')).find(({ text }) => text === said)!;
  // With a key of its own, no answer is an answer too.
  const asked = (what: string, body: object) =>
    people.reception.post(`/v1/drafts/${id}/${what}`, body, { 'idempotency-key': crypto.randomUUID() });
  const submit = () => asked('submit', {});
  const dismiss = () => asked('dismiss', { reason: 'Không rõ.' });
  await service.worker!.stop();
  expect((await submit()).status).toBe(503);
  expect(await dismiss()).toMatchObject({ status: 503, body: { type: 'no-answer' } });

  const worker = service.startWorker();
  expect(await eventually(dismiss, ({ status }) => status !== 503)).toMatchObject({
    status: 409,
    body: { type: 'draft-settled' },
  });
  const { status, body } = await eventually(submit, (answer) => answer.status !== 503);
  expect([status, (await people.reception.get(`/v1/drafts/${id}`)).body]).toMatchObject([
    201,
    { status: 'submitted', caseCode: body.code as string, reason: null },
  ]);
  await worker.stop();
});

test('R3: a draft of which no case came, though a code was reserved, is dismissed', async () => {
  await fromZalo(zaloEvent({ message: { msg_id: crypto.randomUUID(), text: 'Quảng cáo.' } }));
  const { id } = (await drafts('&source=zalo')).find(({ text }) => text === 'Quảng cáo.')!;
  const sql = postgres(service.databaseUrl, { max: 1 });
  await sql`update drafts set case_code = 'PAKN-2601-AAAA-BBBB-CCCC' where id = ${id}`;
  await sql.end();
  expect(await people.reception.post(`/v1/drafts/${id}/dismiss`, { reason: 'Quảng cáo.' })).toMatchObject({
    status: 200,
    body: { status: 'dismissed', caseCode: null },
  });
});
