import { openDatabase } from '../../db/database';
import { at } from '../support/law';
import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';
import { act, idOf, inHandling, LEAD, OTHER, peopleOf, submitted, type People } from './support/people';

let service: Service;
let people: People;

beforeAll(async () => {
  service = await startService({ startsAt: at('2026-10-07 09:00') });
  people = await peopleOf(service);
});

afterAll(() => service.stop());

const listed = async (by: Visitor, query: string) =>
  ((await by.get(`/v1/cases?${query}`)).body.items as { code: string }[]).map(({ code }) => code);

interface Counted {
  readonly view: string;
  readonly cases: number;
}
const inbox = async (by: Visitor, query = '') => (await by.get(`/v1/inbox?${query}`)).body.items as Counted[];
const counts = async (by: Visitor, query = '') =>
  Object.fromEntries((await inbox(by, query)).map(({ view, cases }) => [view, cases]));

test('R10.3: work is what waits for a person, for their unit, or for their opinion', async () => {
  const { citizen, reception, officer, head, otherOfficer, supervisor, leadership } = people;
  const fresh = await submitted(citizen);
  const unassigned = await submitted(citizen);
  await act(reception, unassigned, 'forward', { lead: LEAD, coordinating: [OTHER] });
  const handled = await inHandling(people);
  const drafted = await inHandling(people);
  await act(officer, drafted, 'propose', { text: 'Đã niêm yết.' });

  expect(new Set(await listed(officer, 'view=mine'))).toEqual(new Set([handled, drafted]));
  expect(new Set(await listed(head, 'view=mine'))).toEqual(new Set([unassigned, drafted]));
  expect(new Set(await listed(officer, 'view=unit'))).toEqual(new Set([unassigned, handled, drafted]));
  expect(await listed(reception, 'view=unit')).toEqual([fresh]);
  expect(await listed(otherOfficer, 'view=opinions')).toEqual([unassigned]);
  expect(await listed(otherOfficer, 'view=mine')).toEqual([]);
  expect(await listed(supervisor, 'view=unit')).toEqual([]);

  expect(await counts(officer)).toEqual({ mine: 2, unit: 3, opinions: 0, all: 3 });
  expect(await counts(head)).toEqual({ mine: 2, unit: 3, opinions: 0, all: 3 });
  expect(await counts(otherOfficer)).toEqual({ mine: 0, unit: 0, opinions: 1, all: 1 });
  expect(await counts(reception)).toEqual({ unit: 1, mine: 0, opinions: 0, all: 4 });
  expect(await counts(leadership)).toEqual({ mine: 0, all: 4 });
  expect(await counts(supervisor, 'status=approving')).toEqual({ all: 1 });
  expect((await supervisor.get('/v1/inbox')).body).toMatchObject({ most: 1_000, items: [{ cases: 4 }] });
  expect((await supervisor.get(`/v1/inbox?q=${drafted}`)).body).toMatchObject({ most: 100, items: [{ cases: 1 }] });
  expect((await citizen.get('/v1/inbox')).status).toBe(403);

  await act(otherOfficer, unassigned, 'opine', { text: 'Thống nhất.', agrees: true });
  expect(await listed(otherOfficer, 'view=opinions')).toEqual([]);
});

test('R10.2: the leadership has what was escalated to it', async () => {
  const { reception, leadership } = people;
  const code = await inHandling(people);
  await act(reception, code, 'escalate', { ground: 'other', proposal: 'Kính trình xem xét.' });
  expect(await listed(leadership, 'view=mine')).toEqual([code]);
});

test('a list has no view that it does not know, and an inbox is of no particular view', async () => {
  expect((await people.officer.get('/v1/cases?view=theirs')).status).toBe(422);
  expect((await people.officer.get('/v1/inbox?view=mine')).status).toBe(422);
});

test('R10.3: what changed in a draft since it came back can be read from the history, with who wrote it', async () => {
  const { officer, head, reception } = people;
  const code = await inHandling(people);
  await act(officer, code, 'propose', { text: 'Đã niêm yết.' });
  await act(head, code, 'revise', { reason: 'Nêu rõ ngày niêm yết.' });
  await act(officer, code, 'propose', { text: 'Đã niêm yết ngày 05/01/2026.' });
  await act(head, code, 'answer');
  await act(reception, code, 'return', { reason: 'Chưa nêu nơi niêm yết.' });

  const events = (await head.get(`/v1/cases/${code}/events`)).body.items as {
    type: string;
    data: object;
    by: object;
  }[];
  const drafting = events.filter(({ type }) => ['propose', 'revise', 'answer', 'return'].includes(type));
  const own = { role: 'agency_officer', agency: LEAD, id: await idOf(officer) };
  expect(drafting).toMatchObject([
    { type: 'propose', data: { text: 'Đã niêm yết.' }, by: own },
    { type: 'revise', data: { reason: 'Nêu rõ ngày niêm yết.' } },
    { type: 'propose', data: { text: 'Đã niêm yết ngày 05/01/2026.' }, by: own },
    { type: 'answer', data: { text: 'Đã niêm yết ngày 05/01/2026.' } },
    { type: 'return', data: { reason: 'Chưa nêu nơi niêm yết.' } },
  ]);
});

test('R10.1: what is late and what ends today are counted apart, and each count opens its list', async () => {
  const { citizen, supervisor } = people;
  const [late, endsToday] = [await submitted(citizen), await submitted(citizen)];
  const { sql, close } = openDatabase(service.databaseUrl, { max: 1 });
  await sql`update cases set urgency = ${at('2026-10-07 00:00')} where code = ${late}`;
  await sql`update cases set urgency = ${at('2026-10-08 00:00')} where code = ${endsToday}`;
  await close();
  expect(await inbox(supervisor)).toMatchObject([{ late: 1, dueToday: 1 }]);
  expect(await listed(supervisor, 'due=late')).toEqual([late]);
  expect(await listed(supervisor, 'due=todayOnly')).toEqual([endsToday]);
  expect(await listed(supervisor, 'due=todayOnly&dueAfter=2026-10-07')).toEqual([]);
  expect(await listed(supervisor, 'due=today')).toEqual([late, endsToday]);
});
