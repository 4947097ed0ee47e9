import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerPages } from '../../api/answerPage';
import type { Published } from '../../db/publications';
import { startService, type Service } from '../support/service';
import { act, idOf, inHandling, LEAD, peopleOf, submitted, type People } from './support/people';

let service: Service;
let people: People;

beforeAll(async () => {
  service = await startService();
  people = await peopleOf(service);
});

afterAll(() => service.stop());

async function published(texts: object): Promise<{ code: string; number: string }> {
  const code = await inHandling(people);
  await act(people.head, code, 'answer', { text: 'Đã xử lý.' });
  const { published: publication } = await act(people.reception, code, 'publish', { forms: ['portal'], ...texts });
  return { code, number: publication.number as string };
}

const list = async (query: string) => {
  const { items } = (await service.stranger.get(`/v1/public/cases?${query}`)).body;
  return (items as { number: string }[]).map(({ number }) => number);
};

test('R1.2: published answers are found with or without diacritics, the best first, page by page', async () => {
  const roads = await published({ title: 'Đường liên xã hư hỏng', text: 'Sẽ sửa chữa mặt đường trong quý này.' });
  const fees = await published({ title: 'Lệ phí hộ tịch', content: 'Hỏi về lệ phí.', text: 'Lệ phí theo nghị quyết.' });
  const both = await published({ title: 'Thủ tục khác', text: 'Nộp lệ phí tại bộ phận một cửa, đường liên xã.' });
  expect(new Set([roads.number, fees.number, both.number]).size).toBe(3);
  expect(roads.number).toMatch(/^\d{4}-\d{6}$/);

  expect(await list('q=le%20phi')).toEqual([fees.number, both.number]);
  expect(await list(`q=${encodeURIComponent('LỆ PHÍ'.normalize('NFD'))}`)).toEqual([fees.number, both.number]);
  expect(await list('q=le%20phi&sort=latest')).toEqual([both.number, fees.number]);
  expect(await list('q=duong%20lien%20xa')).toEqual([roads.number, both.number]);
  // A letter more, less, other; two that change places; two syllables as one.
  for (const q of ['hộ tichj', 'hộ tch', 'le phu ho tich', 'lệ phí hộ tihc', 'hotich', 'lệ phí ho tick'])
    expect({ q, found: await list(`q=${encodeURIComponent(q)}`) }).toEqual({ q, found: [fees.number] });
  expect(await list('q=le%20phi%20sai%20han')).toEqual([]);
  expect(await list('q=khongcogi')).toEqual([]);
  expect(await list(`agency=${LEAD}&category=procedure_not_posted`)).toHaveLength(3);
  expect(await list('agency=construction')).toEqual([]);
  expect(await list('through=2020-01-01')).toEqual([]);

  const first = (await service.stranger.get('/v1/public/cases?limit=2')).body;
  const second = (await service.stranger.get(`/v1/public/cases?limit=2&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items].map(({ number }: { number: string }) => number)).toEqual([
    both.number,
    fees.number,
    roads.number,
  ]);
  expect(second.nextCursor).toBeNull();

  const [hit] = (await service.stranger.get('/v1/public/cases?q=nghi%20quyet')).body.items as {
    snippet: { text: string; hits: { start: number; end: number }[] };
  }[];
  expect(hit?.snippet.hits.map(({ start, end }) => hit.snippet.text.slice(start, end))).toEqual(['nghị', 'quyết']);
});

test('S4, R5: an answer keeps its address when it is corrected, taken back and published again, and all stands on record', async () => {
  const { code, number } = await published({ title: 'Bản đầu', text: 'Văn bản thứ nhất.' });
  const address = `/v1/public/cases/${number}`;
  const open = () => service.stranger.get(address);
  const before = await open();
  expect(before.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
  const validators = { 'if-none-match': before.headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
  expect((await service.stranger.get(address, validators)).status).toBe(304);

  await act(people.reception, code, 'republish', { title: 'Bản hai', text: 'Văn bản thứ hai.' });
  expect(await service.stranger.get(address, validators)).toMatchObject({
    status: 200,
    body: { number, title: 'Bản hai' },
  });
  expect(await list('q=thu%20nhat')).toEqual([]);

  expect((await people.head.post(`/v1/cases/${code}/unpublish`, { reason: 'Sai.' })).status).toBe(403);
  await act(people.reception, code, 'unpublish', { reason: 'Còn thông tin cá nhân.' });
  expect(await open()).toMatchObject({ status: 410, body: { type: 'no-longer-published' } });
  expect(await list('q=van%20ban')).toEqual([]);
  expect((await service.stranger.get('/feed.atom')).body).not.toContain('Văn bản');
  expect((await service.stranger.get('/sitemap.xml')).body).not.toContain(number);
  expect((await people.reception.get(`/v1/cases/${code}`)).body).toMatchObject({
    status: 'published',
    published: null,
  });
  expect(await people.reception.post(`/v1/cases/${code}/unpublish`, { reason: 'Lại.' })).toMatchObject({
    status: 409,
    body: { type: 'nothing-published' },
  });

  await act(people.reception, code, 'republish', { title: 'Bản ba', text: 'Văn bản thứ ba.' });
  expect((await open()).body).toMatchObject({ number, title: 'Bản ba', answer: 'Văn bản thứ ba.' });
  const events = (await people.reception.get(`/v1/cases/${code}/events`)).body.items as {
    seq: number;
    type: string;
    replacedBy: number | null;
    data: object;
  }[];
  const [, second, , third] = events.slice(-4).map(({ seq }) => seq);
  expect(
    events.slice(-4).map(({ type, data, replacedBy }) => [type, 'text' in data ? data.text : null, replacedBy])
  ).toEqual([
    ['publish', 'Văn bản thứ nhất.', second],
    ['republish', 'Văn bản thứ hai.', third],
    ['unpublish', null, null],
    ['republish', 'Văn bản thứ ba.', null],
  ]);
});

test('R1.2: what is published is told by an Atom feed, a site map and previews of links', async () => {
  const { number } = await published({ title: 'Giá <đất> & "thuế"', text: 'Trả lời có dấu & thẻ <b>.' });
  const feed = await service.stranger.get('/feed.atom?category=procedure_not_posted');
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(feed.body).toContain(`<link rel="alternate" type="text/html" href="${service.address}/answers/${number}"/>`);
  expect(feed.body).toContain('Giá &lt;đất&gt; &amp; "thuế"');
  expect((await service.stranger.get('/sitemap.xml')).body).toContain(
    `<loc>${service.address}/answers/${number}</loc>`
  );
  expect((await service.stranger.get('/sitemaps/2.xml')).status).toBe(404);
  const page = await service.stranger.get(`/answers/${number}`);
  expect(page.body).toContain('property="og:title" content="Giá &lt;đất&gt; &amp; &quot;thuế&quot;"');
  expect(page.body).not.toContain('<b>');
  expect((await service.stranger.get('/answers/2020-000001')).status).toBe(404);
});

test('R1.2: whoever opens an answer that was taken back, or that never was, reads so in a page', async () => {
  const { code, number } = await published({ text: 'Văn bản nêu tên.' });
  await act(people.reception, code, 'unpublish', { reason: 'Còn thông tin cá nhân.' });
  const opened = (address: string) => service.stranger.get(address, { accept: 'text/html,*/*;q=0.8' });
  const takenBack = await opened(`/answers/${number}`);
  expect(takenBack).toMatchObject({ status: 410, body: expect.stringContaining('Trả lời này đã được gỡ') });
  expect(takenBack.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(takenBack.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate');
  expect(await opened('/answers/2020-000001')).toMatchObject({
    status: 404,
    body: expect.stringContaining('Không có trả lời nào'),
  });
  expect(await service.stranger.get(`/answers/${number}`)).toMatchObject({
    status: 410,
    body: { type: 'no-longer-published' },
  });
});

test('R1.2: the text of an answer stands in its page for whoever reads without scripts', async () => {
  const document = join(await mkdtemp(join(tmpdir(), 'pages-')), 'index.html');
  await writeFile(
    document,
    '<html><head><title>PAKN</title></head><body><noscript>Cần JavaScript.</noscript><i></i></body></html>'
  );
  const at = new Date(0);
  const row = { number: '2026-000001', publishedAt: at, changedAt: at, title: 'Giá $& <đất>', content: 'Hỏi.' };
  const texts = { ...row, answer: 'Dòng một.\nDòng </noscript> hai.' } as Published;
  const { ofAnswer, ofAbsence } = answerPages(document, 'https://example.vn');
  expect(ofAnswer(texts)).toContain('<title>Giá $&amp; &lt;đất&gt;</title>');
  const text = '<h1>Giá $&amp; &lt;đất&gt;</h1><p>Hỏi.</p><p>Dòng một.</p><p>Dòng &lt;/noscript&gt; hai.</p>';
  expect(ofAnswer(texts)).toContain(`<body><noscript>${text}</noscript><i></i></body>`);
  expect(ofAbsence('no-longer-published')).toContain('<noscript><h1>Trả lời này đã được gỡ');
});

test('R1.2: what was submitted and not published is found by nobody', async () => {
  const code = await submitted(people.citizen, { title: 'Riêng tư tuyệt đối', content: 'Chưa công khai.' });
  await act(people.reception, code, 'forward', { lead: LEAD });
  await act(people.head, code, 'assign', { officer: await idOf(people.officer) });
  await act(people.head, code, 'answer', { text: 'Đã giải quyết riêng.' });
  const { published: publication } = await act(people.reception, code, 'publish', {
    forms: ['portal'],
    text: 'Chung.',
  });
  for (const query of ['rieng%20tu', 'chua%20cong%20khai', 'giai%20quyet%20rieng', code])
    expect(await list(`q=${query}`)).toEqual([]);
  expect((await service.stranger.get(`/v1/public/cases/${publication.number}`)).body).toMatchObject({
    title: `Trả lời phản ánh, kiến nghị số ${publication.number}`,
    content: null,
  });
});
