import type { ApiContext } from '../../api/context';
import { countTold } from '../../api/tellingRecipients';
import { openDatabase } from '../../db/database';
import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';
import { act, petition, submitted } from './support/people';

let service: Service;
let citizen: Visitor;
let code: string;

beforeAll(async () => {
  service = await startService({
    env: {
      TRUST_PROXY: 'loopback',
      PUBLIC_READS_PER_ADDRESS: '6',
      ROOT_READS_PER_ADDRESS: '2',
      SUBMISSIONS_PER_ACCOUNT: '5',
      SUBMISSIONS_PER_RECIPIENT: '2',
      PRINTS_PER_SUBMITTER: '2',
      UPLOADED_MEGABYTES_PER_ADDRESS: '2',
    },
  });
  citizen = await service.as('citizen');
  code = await submitted(citizen);
});

afterAll(() => service.stop());

const track = (text: string, address: string) =>
  service.stranger.get(`/v1/track/${text}`, { 'x-forwarded-for': address });
const wrong = (index: number) => `PAKN-2611-0000-0000-000${String(index)}`;

const refused = { status: 429, body: { type: 'too-many-attempts' } };

test('R10.1: wrong codes keep no right one out, up to what one network may read of all that is public', async () => {
  for (let index = 0; index < 5; index++) expect((await track(wrong(index), '203.0.113.1')).status).toBe(404);
  expect(await track(code, '203.0.113.1')).toMatchObject({ status: 200, body: { code } });
  const answer = await track(code, '203.0.113.1');
  expect(answer).toMatchObject(refused);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await track(code, '203.0.113.2')).toMatchObject({ status: 200, body: { code } });
});

test('R10.1: guesses made all at once get no more answers than guesses in a row, and one network is one guesser', async () => {
  const guesses = Array.from({ length: 12 }, (_, index) =>
    track(wrong(index % 10), `2001:db8:1:2::${String(index + 1)}`)
  );
  const answers = (await Promise.all(guesses)).map(({ status }) => status);
  expect(answers.filter((status) => status === 404)).toHaveLength(6);
  expect(answers.filter((status) => status === 429)).toHaveLength(6);
});

test('R10.1: what somebody puts before the address that our own proxy tells counts for nothing', async () => {
  const guess = (index: number) => track(wrong(index), `198.51.100.${String(index)}, 203.0.113.8`);
  for (let index = 0; index < 6; index++) expect((await guess(index)).status).toBe(404);
  expect((await guess(6)).status).toBe(429);
});

test('R10.1: what a code tells is kept nowhere on its way', async () => {
  expect((await track(code, '203.0.113.3')).headers.get('cache-control')).toBe('no-store');
});

test('R1.4: a submitter has so many documents printed in an hour, the Office as many as it needs', async () => {
  const receipt = async (by: Visitor) => (await by.get(`/v1/cases/${code}/receipt`)).status;
  const reception = await service.as('reception');
  expect([await receipt(citizen), await receipt(citizen)]).toEqual([200, 200]);
  for (const dear of ['export?format=pdf', 'proof'])
    expect(await citizen.get(`/v1/cases/${code}/${dear}`)).toMatchObject(refused);
  for (let index = 0; index < 3; index++) expect(await receipt(reception)).toBe(200);
  const { sql, close } = openDatabase(service.databaseUrl, { max: 1 });
  // Whoever has had enough is refused before the whole case is read, with all that was tried to tell of it.
  await sql`alter table notice_attempts rename to out_of_reach`;
  expect((await citizen.get(`/v1/cases/${code}/export?format=pdf`)).status).toBe(429);
  await sql`alter table out_of_reach rename to notice_attempts`;
  await close();
});

test('R4: submitters upload so much from one network in an hour, whatever their accounts; staff are not held back', async () => {
  const photograph = 'Ảnh chụp hiện trường. '.repeat(60_000);
  for (const each of [citizen, await service.newcomer()])
    expect((await each.upload('anh.txt', 'Hiện trường')).status).toBe(201);
  expect(await (await service.newcomer()).upload('anh.txt', photograph)).toMatchObject(refused);
  expect((await (await service.as('reception')).upload('anh.txt', photograph)).status).toBe(201);
});

test('R10.1: what is no code is answered as a code of no case', async () => {
  const [unknown, malformed] = [await track(wrong(0), '203.0.113.4'), await track('nonsense', '203.0.113.5')];
  expect(malformed).toMatchObject({ status: 404, body: unknown.body });
});

test('R1.2: reads of what is public are limited per network', async () => {
  const read = async (path: string, address: string) =>
    (await service.stranger.get(path, { 'x-forwarded-for': address })).status;
  const paths = [
    '/v1/public/cases',
    '/feed.atom',
    '/v1/record/roots',
    '/v1/calendar.ics',
    '/v1/calendar/2026.ics',
    '/open311/v2/services.json',
  ];
  for (const path of paths) expect(await read(path, '203.0.113.6')).toBe(200);
  for (const path of [...paths, '/v1/record/roots/2026-11-02', '/open311/v2/services/other.json'])
    expect(await read(path, '203.0.113.6')).toBe(429);
  expect(await read('/v1/public/cases', '203.0.113.7')).toBe(200);
  const roots = ['2026-11-02', '2026-11-03', '2026-11-04'].map((day) => `/v1/record/roots/${day}`);
  const answers = [];
  for (const path of [...roots, '/v1/record/roots']) answers.push(await read(path, '203.0.113.9'));
  expect(answers).toEqual([404, 404, 429, 200]);
});

const naming = (reach: object) => petition({ submitter: { name: 'Người gửi', address: 'Phường Trung tâm', ...reach } });

test('R1.1, R1.3: an account names one mailbox or telephone so often in an hour, and keeps nobody else from naming it', async () => {
  const [mailbox, phone] = ['bi-lam-phien@example.org', '0905 000 001'];
  const another = 'nguoi-khac@example.org';
  const post = async (by: Visitor, reach: object) => by.post('/v1/cases', naming(reach));
  const newcomer = await service.newcomer();
  for (let index = 0; index < 2; index++) expect((await post(newcomer, { email: mailbox, phone })).status).toBe(201);
  const answer = await post(newcomer, { email: another, phone: '+84 905 000 001' });
  expect(answer).toMatchObject({ status: 429, body: { type: 'told-too-often' } });
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  // What was refused has told nobody.
  for (let index = 0; index < 2; index++)
    expect((await post(newcomer, { email: another, phone: '0905 000 003' })).status).toBe(201);

  const neighbour = await service.newcomer();
  expect((await post(neighbour, { email: mailbox, phone })).status).toBe(201);
  const sameMailbox = { email: 'Bi-Lam-Phien+1@example.org', phone: '0905 000 002' };
  expect((await post(neighbour, sameMailbox)).status).toBe(201);
  expect((await post(neighbour, sameMailbox)).status).toBe(429);
  const byTelephone = { ...naming({ email: mailbox, phone }), channel: 'phone' };
  const reception = await service.as('reception');
  for (let index = 0; index < 3; index++) expect((await reception.post('/v1/cases', byTelephone)).status).toBe(201);
});

test('R1.3: a mailbox that the account has proven is its own, and is not counted', async () => {
  const told = async (emailVerified: boolean): Promise<readonly string[]> => {
    const named: string[] = [];
    const tell = (_account: string, recipients: readonly string[]) => Promise.resolve(void named.push(...recipients));
    const findAccount = () => Promise.resolve({ email: 'toi@example.org', emailVerified });
    const accounts = { findAccount, limits: { tell } } as unknown as ApiContext['accounts'];
    const reach = { name: null, address: null, email: 'Toi+phananh@example.org', phone: '0905 000 004' };
    await countTold({ accounts }, { id: 'account', role: 'submitter', agency: null }, reach);
    return named;
  };
  expect(await told(true)).toEqual(['84905000004']);
  expect(await told(false)).toEqual(['toi@example.org', '84905000004']);
});

test('R1.1: an account submits so often and no more; the Office is not held back', async () => {
  for (let index = 0; index < 4; index++) {
    const reach = { email: `ho-${String(index)}@example.org`, phone: `0905 000 01${String(index)}` };
    expect((await citizen.post('/v1/cases', naming(reach))).status).toBe(201);
  }
  expect(await citizen.post('/v1/cases', petition())).toMatchObject(refused);
  const reception = await service.as('reception');
  await act(reception, code, 'reject', { reason: 'content_unclear', explanation: 'Chưa rõ địa điểm.' });
  const reply = { text: 'Tại phường Trung tâm.' };
  expect(await citizen.post(`/v1/cases/${code}/supplyInfo`, reply)).toMatchObject(refused);
  expect((await reception.post(`/v1/cases/${code}/supplyInfo`, reply)).status).toBe(201);
  for (let index = 0; index < 3; index++)
    expect((await reception.post('/v1/cases', petition({ channel: 'phone' }))).status).toBe(201);
});
