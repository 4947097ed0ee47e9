import { calendarVersion, countStale } from '../../db/calendar';
import { openDatabase } from '../../db/database';
import { seedLaw } from '../../db/seed';
import type { CalendarYear } from '../../domain/calendarYear';
import { officialYear, withoutSwap, withSwap } from '../support/calendar';
import { eventually } from '../support/eventually';
import { at } from '../support/law';
import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';

const petition = {
  channel: 'paper',
  category: 'practice_differs',
  title: 'Yêu cầu thêm giấy tờ',
  content: 'Thủ tục công bố không có yêu cầu này.',
  submitter: { name: 'Người gửi mẫu', address: 'Phường Trung tâm' },
  receivedAt: '2025-12-18T08:00:00+07:00',
  receiptReason: 'Văn thư chuyển chậm.',
};
const unswapped = withoutSwap('2026-01-02', officialYear(2026));
const swapped = withSwap('2026-01-02', '2026-01-10', '12729/VPCP-KGVX', unswapped);

interface Explained {
  readonly date: string;
  readonly kind: string;
  readonly counted: number | null;
}

interface CaseRead {
  readonly deadlines: {
    readonly answerBy: { readonly lastDay: string; readonly counted: string[]; readonly departures: Explained[] };
  };
}

let service: Service;
let admin: Visitor;
let reception: Visitor;

beforeAll(async () => {
  service = await startService({ agencies: ['office', 'justice'], startsAt: at('2025-12-25 08:00') });
  admin = await service.as('admin');
  reception = await service.as('reception');
});
afterAll(() => service.stop());

const bodyOf = ({ off, worked, weekendHolidays, source }: CalendarYear) => ({
  off,
  worked,
  weekendHolidays,
  ...source,
});
const put = (year: number, body: object, headers = {}, by = admin) =>
  by.put(`/v1/calendar/${String(year)}`, body, headers);
const rolledOut = async (version: number) =>
  eventually(
    async () => (await admin.get(`/v1/calendar/rollouts/${String(version)}`)).body as { state: string },
    ({ state }) => state === 'done'
  );
const known = async () => (await admin.get('/v1/calendar/2026')).body.calendar as number;
const momentNow = async () => encodeURIComponent((await service.stranger.get('/healthz')).body.legalTime as string);
const submit = async (): Promise<string> => {
  const evidence = (await reception.upload('dau-den.txt', 'Dấu đến của văn thư')).body.id as string;
  const { status, body } = await reception.post('/v1/cases', { ...petition, receiptEvidence: evidence });
  expect({ status, errors: body.errors }).toEqual({ status: 201 });
  return body.code as string;
};
const codesOf = ({ body }: { body: { errors: { path: string; code: string }[] } }) =>
  body.errors.map(({ path, code }) => `${path} ${code}`);

test('S1 A swap announced mid-case', async () => {
  const first = await put(2026, bodyOf(unswapped));
  expect(first).toMatchObject({ status: 200, body: { calendar: 2, yearVersion: 2, status: 'official' } });
  const code = await submit();
  const forwarded = await reception.post(`/v1/cases/${code}/forward`, { lead: 'justice' });
  const read = async (query = '') => (await reception.get(`/v1/cases/${code}${query}`)).body as CaseRead;
  expect((await read()).deadlines.answerBy).toMatchObject({ lastDay: '2026-01-09', provisional: false });
  // An act answers as the case does, with each day that its terms count.
  expect((forwarded.body as CaseRead).deadlines).toEqual((await read()).deadlines);
  const before = await momentNow();

  const preview = await admin.post('/v1/calendar/2026/preview', bodyOf(swapped));
  expect(preview.body).toEqual({
    calendar: 2,
    totals: { open: 1, moved: 1, overdue: 0 },
    items: [{ code, moved: [{ term: 'answerBy', from: '2026-01-09', to: '2026-01-10' }], overdue: [] }],
    nextCursor: null,
  });
  expect(await known()).toBe(2);

  const changed = await put(2026, bodyOf(swapped));
  expect((changed.body.history as unknown[]).at(-1)).toMatchObject({ version: 3, document: '12729/VPCP-KGVX' });
  expect(await rolledOut(3)).toEqual({ version: 3, state: 'done', taken: 1, moved: 1, remaining: 0 });
  const again = await put(2026, bodyOf(swapped));
  expect(again).toMatchObject({ status: 200, body: { calendar: 3 } });

  const { answerBy } = (await read()).deadlines;
  expect(answerBy).toMatchObject({ lastDay: '2026-01-10', endsAt: at('2026-01-11 00:00') });
  expect(answerBy.counted.slice(-2)).toEqual(['2026-01-09', '2026-01-10']);
  expect(answerBy.departures.map(({ date, kind }) => [date, kind])).toEqual([
    ['2026-01-01', 'holiday'],
    ['2026-01-02', 'swap'],
    ['2026-01-10', 'madeUp'],
  ]);
  const events = (await reception.get(`/v1/cases/${code}/events`)).body.items as { type: string; data: object }[];
  expect(events.filter(({ type }) => type === 'calendarChanged').map(({ data }) => data)).toEqual([
    {
      calendar: 3,
      document: '12729/VPCP-KGVX',
      reason: 'Hoán đổi ngày làm việc.',
      moved: [{ term: 'answerBy', from: '2026-01-09', to: '2026-01-10' }],
    },
  ]);
  const notices = (await reception.get(`/v1/cases/${code}/notices`)).body.items as Record<string, string | null>[];
  expect(
    notices.filter(({ template }) => template === 'deadline_moved').map(({ recipientKind }) => recipientKind)
  ).toEqual(['submitter', 'unit']);

  const then = await read(`?asOf=${before}`);
  expect(then).toMatchObject({ calendar: 2, allowedActions: [] });
  expect(then.deadlines.answerBy.lastDay).toBe('2026-01-09');
  const swapKnown = async (query = '') =>
    ((await admin.get(`/v1/calendar/2026${query}`)).body as CalendarYear).off.some(({ date }) => date === '2026-01-02');
  expect(await swapKnown()).toBe(true);
  expect(await swapKnown(`?asOf=${before}`)).toBe(false);
  const twoDays = '/v1/calendar/deadline?receivedAt=2025-12-31T08:00:00%2B07:00&workingDays=2';
  expect((await service.stranger.get(twoDays)).body.lastDay).toBe('2026-01-06');
  expect((await service.stranger.get(`${twoDays}&asOf=${before}`)).body.lastDay).toBe('2026-01-05');
});

test('a deadline of a case explains itself, day by day, paused or not', async () => {
  const code = await submit();
  const explain = async (term: string) => reception.get(`/v1/cases/${code}/deadlines/${term}`);
  const days = (await explain('answerBy')).body.days as Explained[];
  expect(days[0]).toMatchObject({ date: '2025-12-19', kind: 'workday', counted: 1 });
  expect(days.at(-1)).toMatchObject({ date: '2026-01-10', kind: 'madeUp', counted: 15 });
  expect(days.filter(({ counted }) => counted !== null)).toHaveLength(15);

  await reception.post(`/v1/cases/${code}/forward`, { lead: 'justice', coordinating: ['office'] });
  const head = await service.as('lead.justice');
  await head.post(`/v1/cases/${code}/assign`, {
    officer: (await (await service.as('officer.justice')).get('/v1/auth/me')).body.id,
  });
  await head.post(`/v1/cases/${code}/requestInfo`, { question: 'Đề nghị bổ sung.' });
  expect((await explain('answerBy')).body).toMatchObject({
    phase: 'paused',
    pausedSince: '2025-12-25',
    lastDay: null,
    daysLeft: 10,
  });
  expect((await explain('opineBy:office')).status).toBe(200);
  for (const nothing of ['none', 'toString', '__proto__'])
    expect((await explain(nothing)).body).toMatchObject({ status: 404, type: 'no-such-deadline' });
});

describe('an announcement is checked', () => {
  test('only administrators announce', async () => {
    const citizen = await service.as('citizen');
    for (const [visitor, status] of [
      [service.stranger, 401],
      [citizen, 403],
      [reception, 403],
    ] as const)
      expect((await put(2026, bodyOf(swapped), {}, visitor)).status).toBe(status);
  });

  test('each fault is named', async () => {
    const faulty = {
      ...bodyOf(swapped),
      worked: [
        ...swapped.worked,
        { date: '2026-12-01', name: 'Làm bù', replaces: '2026-11-30' },
        { date: '2026-13-01', name: 'Làm bù', replaces: '2026-11-30' },
      ],
    };
    expect(codesOf(await put(2026, faulty))).toEqual(['/worked/3/date malformedDate']);
    faulty.worked.pop();
    expect(codesOf(await put(2026, faulty))).toEqual([
      '/worked/2/replaces workdayWithoutSwap',
      '/worked/2/date workedOnWeekday',
    ]);
    expect(codesOf(await put(2026, { off: [{ date: '2026-01-01' }], neighbours: [{ year: 2030 }] }))).toEqual(
      expect.arrayContaining(['/document invalid_type', '/reason invalid_type', '/neighbours/0/off invalid_type'])
    );
    expect((await put(1999, bodyOf(swapped))).body).toMatchObject({ status: 404, type: 'no-such-year' });
  });

  test('a swap over the year’s end is announced with both years, under one version', async () => {
    const version = await known();
    const [day, saturday] = ['2026-12-31', '2027-01-09'];
    const both = withSwap(day, saturday, '5/TB', { ...swapped, worked: [] });
    const ending = { ...bodyOf(both), worked: swapped.worked };
    expect(codesOf(await put(2026, ending))).toEqual([
      `/off/${String(ending.off.length - 1)}/counterpart swapWithoutWorkday`,
    ]);
    const { off, worked, weekendHolidays } = officialYear(2027);
    const beginning = { year: 2027, off, worked: [...worked, ...both.worked], weekendHolidays };
    expect(codesOf(await put(2026, { ...ending, neighbours: [{ ...beginning, year: 2028 }] }))).toEqual([
      '/neighbours/0/year notANeighbour',
    ]);
    const announced = await put(2026, { ...ending, neighbours: [beginning] });
    expect(announced).toMatchObject({ status: 200, body: { calendar: version + 1 } });
    expect((await admin.get('/v1/calendar/2027')).body).toMatchObject({ yearVersion: version + 1 });
  });

  test('a swap into a year that is not announced holds in that year at once', async () => {
    const before = (await admin.get('/v1/calendar/2027')).body as CalendarYear;
    const { off } = withSwap('2027-12-31', '2028-01-08', '6/TB', before);
    expect((await put(2027, bodyOf({ ...before, off }))).status).toBe(200);
    expect((await admin.get('/v1/calendar/2028')).body).toMatchObject({
      status: 'provisional',
      worked: [{ date: '2028-01-08', replaces: '2027-12-31', sources: ['6/TB'] }],
    });
    const fiveDays = '/v1/calendar/deadline?receivedAt=2028-01-04T08:00:00%2B07:00&workingDays=5';
    expect((await service.stranger.get(fiveDays)).body).toMatchObject({ lastDay: '2028-01-10', provisional: true });
    expect((await put(2027, bodyOf(before))).status).toBe(200);
    expect((await admin.get('/v1/calendar/2028')).body).toMatchObject({ worked: [] });
    expect((await service.stranger.get(fiveDays)).body.lastDay).toBe('2028-01-11');
  });

  test('who builds on a version that has passed is told so', async () => {
    const version = await known();
    const { headers } = await admin.get('/v1/calendar/2026');
    const etag = headers.get('etag')!;
    const changed = { ...bodyOf(swapped), reason: 'Sửa lại căn cứ.' };
    const { off, worked, weekendHolidays } = officialYear(2027);
    const neighbours = [{ year: 2027, off, worked, weekendHolidays }];
    const late = await put(2026, { ...changed, neighbours }, { 'if-match': '"calendar-1"' });
    expect(late.body).toMatchObject({ status: 412, type: 'calendar-changed' });
    // Without its neighbour it tears a swap apart of which a stale form knows nothing.
    expect((await put(2026, changed, { 'if-match': '"calendar-1"' })).body).toMatchObject({
      status: 412,
      type: 'calendar-changed',
    });
    expect((await put(2026, changed, { 'if-match': etag })).status).toBe(422);
    const answer = await put(2026, { ...changed, neighbours }, { 'if-match': etag });
    expect(answer.body).toMatchObject({ calendar: version + 1 });
  });

  test('who announced it is for staff to see', async () => {
    const authors = async (visitor: Visitor) =>
      ((await visitor.get('/v1/calendar/2026')).body.history as object[]).filter((change) => 'createdBy' in change)
        .length;
    expect(await authors(service.stranger)).toBe(0);
    expect(await authors(reception)).toBeGreaterThan(1);
  });
});

describe('iCalendar', () => {
  const send = (file: string, query = '', headers = {}) =>
    admin.send('POST', `/v1/calendar/import${query}`, file, { 'content-type': 'text/calendar', ...headers });

  test('is subscribed to, and not sent again while nothing has changed', async () => {
    const { headers, body } = await service.stranger.get('/v1/calendar.ics');
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(body).toContain('DTSTART;VALUE=DATE:20260102');
    const again = await fetch(`${service.address}/v1/calendar.ics`, {
      // Left to itself this client would ask for a fresh copy.
      headers: { 'if-none-match': headers.get('etag')!, 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
  });

  test('is imported after a look at what it changes', async () => {
    const version = await known();
    const file = (await service.stranger.get('/v1/calendar/2026.ics')).body as string;
    expect((await send(file)).body).toMatchObject({ applied: false, years: [], preview: { calendar: version } });
    const changed = file.replace(/SUMMARY:.*(\r\n .*)*/, 'SUMMARY:7/TB');
    expect((await send(changed)).body).toMatchObject({ applied: false, years: [2026] });
    expect((await send(changed, '?cursor=PAKN&limit=1')).body).toMatchObject({
      applied: false,
      preview: { totals: null },
    });
    expect(await known()).toBe(version);
    expect((await send(changed, '?apply=true')).body).toMatchObject({ applied: true, calendar: version + 1 });
    expect((await admin.get('/v1/calendar/2026')).body.source.document).toBe('7/TB');
  });

  test('R7.2: is not applied over a change that came after the look at it', async () => {
    const file = (await service.stranger.get('/v1/calendar/2026.ics')).body as string;
    const changed = file.replace(/SUMMARY:.*(\r\n .*)*/, 'SUMMARY:8/TB');
    const { preview } = (await send(changed)).body as { preview: { calendar: number } };
    const source = { document: '9/TB', reason: 'Công bố lại.' };
    expect((await put(2026, bodyOf({ ...swapped, source }))).body.calendar).toBe(preview.calendar + 1);
    const apply = async (version: number) =>
      (await send(changed, '?apply=true', { 'if-match': `"calendar-${String(version)}"` })).body as object;
    expect(await apply(preview.calendar)).toMatchObject({ status: 412, type: 'calendar-changed' });
    expect((await admin.get('/v1/calendar/2026')).body.source.document).toBe('9/TB');
    expect(await apply(preview.calendar + 1)).toMatchObject({ applied: true, calendar: preview.calendar + 2 });
  });

  test('of no use is refused with its faults', async () => {
    expect(codesOf(await send('BEGIN:NOTHING'))).toEqual([' notICalendar']);
    const file = (await service.stranger.get('/v1/calendar/2026.ics')).body as string;
    expect(codesOf(await send(file.replace(/(X-PAKN-KIND.*):holiday/, '$1:feast')))).toEqual([
      '/vevent/0/x-pakn-kind unknownKind',
    ]);
    expect((await send('{}', '', { 'content-type': 'application/json' })).status).toBe(415);
    expect(codesOf(await send(file.replace('20260101', '20270101')))).not.toEqual([]);
  });
});

test('figures as they stood at a moment', async () => {
  const sum = async (query = '') => {
    const { items } = (await reception.get(`/v1/figures${query}`)).body;
    return (items as { status: string; cases: number }[]).reduce<Record<string, number>>(
      (by, { status, cases }) => ({ ...by, [status]: (by[status] ?? 0) + cases }),
      {}
    );
  };
  const before = await sum();
  const moment = await momentNow();
  const code = await submit();
  await reception.post(`/v1/cases/${code}/reject`, { reason: 'outside_scope', explanation: 'Ngoài phạm vi.' });
  const after = await sum();
  expect(after).toEqual({ ...before, rejected: (before['rejected'] ?? 0) + 1 });
  expect(await sum(`?asOf=${moment}`)).toEqual(before);
  expect((await reception.get(`/v1/cases/${code}?asOf=${moment}`)).status).toBe(404);
  expect((await reception.get('/v1/figures?asOf=2100-01-01T00:00:00Z')).status).toBe(422);
});

test('R7.2: a year that a later version of the service brings comes into force under a version of its own', async () => {
  const { db, sql, close } = openDatabase(service.databaseUrl, { max: 1 });
  await submit();
  // As an installation knows it that began before the year was announced.
  await sql`delete from calendar_years where year = 2018`;
  const before = await calendarVersion(db);
  await seedLaw(db, at('2026-03-02 08:00'));
  // Another start adds nothing.
  await seedLaw(db, at('2026-03-02 09:00'));
  expect(await calendarVersion(db)).toBe(before + 1);
  expect(await countStale(db, before + 1)).toBeGreaterThan(0);
  await close();
});
