import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';
import { act, LEAD, peopleOf, submitted, type People } from './support/people';

interface Page {
  readonly items: readonly { code: string; status: string; title: string }[];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
}

let service: Service;
let people: People;
let crowd: Visitor;
let codes: string[];

beforeAll(async () => {
  service = await startService();
  people = await peopleOf(service);
  crowd = await service.newcomer();
  codes = [];
  // Five at a time: received in the same moment or not, each has its place in the list.
  for (let batch = 0; batch < 5; batch++)
    codes.push(
      ...(await Promise.all(Array.from({ length: 5 }, () => submitted(crowd, { channel: 'online_service' }))))
    );
});

afterAll(() => service.stop());

const page = async (by: Visitor, query: string) => (await by.get(`/v1/cases?${query}`)).body as Page;

async function allPages(by: Visitor, query: string, between: () => Promise<unknown> = () => Promise.resolve()) {
  const pages: Page[] = [await page(by, query)];
  for (let cursor = pages[0]!.nextCursor; cursor !== null; cursor = pages.at(-1)!.nextCursor) {
    await between();
    pages.push(await page(by, `${query}&cursor=${cursor}`));
  }
  return pages;
}

test('pages give every case once, also while new ones arrive', async () => {
  const pages = await allPages(crowd, 'channel=online_service&limit=7', () =>
    submitted(people.citizen, { channel: 'online_service' })
  );
  const seen = pages.flatMap(({ items }) => items.map(({ code }) => code));
  expect(pages.map(({ items }) => items.length)).toEqual([7, 7, 7, 4]);
  expect(new Set(seen)).toEqual(new Set(codes));
  expect(new Set(seen).size).toBe(seen.length);
});

test('no browser keeps what tells of cases; public lists are not sent again to whoever has them', async () => {
  for (const path of [
    '/v1/cases',
    `/v1/cases/${codes[0]!}`,
    `/v1/cases/${codes[0]!}/events`,
    '/v1/cases/NONE',
    '/v1/nothing',
    '/v1/auth/me',
  ])
    expect((await crowd.get(path)).headers.get('cache-control')).toBe('no-store');
  expect((await service.stranger.get('/v1/cases')).headers.get('cache-control')).toBe('no-store');
  for (const path of ['/v1/categories', '/v1/calendar/2026', '/v1/agencies', '/v1/names']) {
    const { headers } = await service.stranger.get(path);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const again = { 'if-none-match': headers.get('etag')!, 'cache-control': 'max-age=0' };
    expect((await fetch(`${service.address}${path}`, { headers: again })).status).toBe(304);
  }
});

test('a page that ends with the last case says so', async () => {
  expect((await allPages(crowd, 'limit=25')).map(({ items }) => items.length)).toEqual([25]);
  expect((await allPages(crowd, 'limit=1')).length).toBe(25);
});

test('a list is paged back the way it was paged on, and ends at its first page', async () => {
  const pages = await allPages(crowd, 'limit=10');
  const back = [pages.at(-1)!];
  for (let cursor = back[0]!.previousCursor; cursor !== null; cursor = back.at(-1)!.previousCursor)
    back.push(await page(crowd, `limit=10&cursor=${cursor}`));
  expect(back.reverse()).toEqual(pages);

  // Fewer before it than a page holds: the first page whole.
  const inside = await page(crowd, `limit=10&cursor=${(await page(crowd, 'limit=3')).nextCursor!}`);
  expect(await page(crowd, `limit=10&cursor=${inside.previousCursor!}`)).toEqual(pages[0]);
});

test('the most urgent come first, and what waits for nobody last', async () => {
  const { reception } = people;
  const somebody = await service.newcomer();
  const [rejected, forwarded, fresh] = [
    await submitted(somebody),
    await submitted(somebody),
    await submitted(somebody),
  ];
  await act(reception, rejected, 'reject', { reason: 'outside_scope', explanation: 'Ngoài phạm vi.' });
  await act(reception, forwarded, 'forward', { lead: LEAD });
  // Rejection is due in two working days, the answer in fifteen.
  expect((await page(somebody, '')).items.map(({ code }) => code)).toEqual([fresh, forwarded, rejected]);
});

test('filters narrow, and narrow together', async () => {
  const { reception, officer } = people;
  const [code] = codes as [string];
  await act(reception, code, 'forward', { lead: LEAD });
  const found = async (query: string, by = reception) =>
    (await page(by, `${query}&limit=200`)).items.map((item) => item.code);

  expect(await found('status=forwarded&channel=online_service')).toEqual([code]);
  expect(await found(`agency=${LEAD}&channel=online_service`)).toEqual([code]);
  expect(await found('channel=online_service', officer)).toEqual([code]);
  expect(await found('channel=online_service&overdue=true')).toEqual([]);
  expect(await found('channel=fax')).toEqual([]);
  expect(await found('channel=online_service&open=false')).toEqual([]);
  expect(await found('channel=online_service&due=2000-01-01')).toEqual([]);
  expect(await found('channel=online_service&due=late')).toEqual([]);
  expect(await found('channel=online_service&due=today')).toEqual([]);
  expect(await found('channel=online_service&due=week')).not.toContain(code);
  expect(await found('channel=online_service&due=9000-01-01')).toContain(code);
  expect(await found('channel=online_service&dueAfter=2000-01-01')).toContain(code);
  expect(await found('channel=online_service&dueAfter=9000-01-01')).toEqual([]);
  expect(await found(`waitsFor=${LEAD}&channel=online_service`)).toEqual([code]);
  expect((await found('channel=online_service&waitsFor=office')).includes(code)).toBe(false);
});

test('each line says what its reader may do, and up to which event it is told', async () => {
  const { reception, citizen } = people;
  const code = await submitted(citizen, { title: 'Lối đi bị rào' });
  const lineFor = async (by: Visitor) => (await page(by, 'q=loi di bi rao')).items[0];
  const { head, allowedActions } = (await reception.get(`/v1/cases/${code}`)).body;
  expect(await lineFor(reception)).toMatchObject({ code, seq: head.seq, allowedActions });
  expect(await lineFor(citizen)).toMatchObject({ allowedActions: ['withdraw'] });
});

test('S10: words are found in a row, the last from its beginning on, whatever stands between them', async () => {
  const code = await submitted(await service.newcomer(), {
    title: 'Ngập úng: ngõ 15/2, đường Trần Cao Vân',
    // As long as a text may be, and nothing in it is a word.
    content: Array.from({ length: 8_400 }, (_, place) => (place + 100_000).toString(36))
      .join('漢 ')
      .concat(' ', 'x'.repeat(9_000)),
  });
  const found = async (q: string) =>
    (await page(people.reception, `q=${encodeURIComponent(q)}`)).items.map((item) => item.code);
  for (const q of [
    'ngap ung ngo 15',
    'NGÕ 15/2 (đường Trần',
    'tran cao v',
    "ngap' | 'ung",
    'xxxxxxxxxxxxxxxx',
    code.slice(-9),
  ])
    expect({ q, found: await found(q) }).toEqual({ q, found: [code] });
  for (const q of ['ung ngap', 'gap ung ngo', 'ngap ung duong', '?'])
    expect({ q, found: await found(q) }).toEqual({ q, found: [] });
});

test('S10: texts are found with and without diacritics, composed and decomposed', async () => {
  const title = 'Cấp đổi giấy phép ở Đăk Glei';
  const code = await submitted(await service.newcomer(), { title: title.normalize('NFD') });
  const found = async (q: string) =>
    (await page(people.reception, `q=${encodeURIComponent(q)}`)).items.map((item) => item.code);

  for (const q of [
    title,
    title.normalize('NFD'),
    'cap doi giay phep o dak glei',
    'ĐĂK GLEI',
    'đak glei',
    ' dak   glei ',
    code,
  ])
    expect({ q, found: await found(q) }).toEqual({ q, found: [code] });
  expect(await found('Đắk Lắk')).toEqual([]);
  expect(await found('%dak_glei%')).toEqual([]);
  expect((await people.reception.get(`/v1/cases/${code}`)).body.title).toBe(title.normalize('NFC'));
});

test('R7.2, R9.2: a submitter narrows a list by what it tells them, never by what is kept inside', async () => {
  const { citizen, reception } = people;
  const kept = {
    agency: LEAD,
    officer: 'somebody',
    due: 'late',
    dueAfter: '2026-10-05',
    duplicate: 'true',
    linkedTo: codes[0]!,
    figure: 'returned',
    asOf: '2020-01-02T09:00:00+07:00',
    sender: 'portal',
    reference: 'CQG-1',
  };
  const query = new URLSearchParams(kept).toString();
  for (const path of [`/v1/cases?${query}`, `/v1/cases/export?format=csv&${query}`]) {
    const { status, body } = await citizen.get(path);
    expect({ status, named: (body.errors as { path: string }[]).map((fault) => fault.path).sort() }).toEqual({
      status: 422,
      named: Object.keys(kept)
        .map((name) => `/${name}`)
        .sort(),
    });
    expect((await reception.get(path)).status).toBe(200);
  }
  const open =
    'status=received&open=true&category=other&channel=portal&lead=none&waitsFor=office&overdue=false&q=thu&from=2020-01-01&through=2020-01-02';
  expect((await citizen.get(`/v1/cases?${open}`)).status).toBe(200);
});
