import { and, asc, desc } from 'drizzle-orm';
import { fillTables, LOOKED_AT } from '../../bench/fillTables';
import { matching, visibleTo, type CaseFilter } from '../../db/caseConditions';
import { countCases } from '../../db/caseCounts';
import { listCases } from '../../db/cases';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { searchPublications, type PublicationPosition } from '../../db/publicationSearch';
import { cases } from '../../db/schema';
import { publications } from '../../db/schema/publications';
import { having } from '../../db/search';
import type { Actor } from '../../domain/roles';
import { dateOf, endOf, toMillis } from '../../domain/time';
import type { Cursor } from '../../inputs/cursor';
import { asService, createTestDatabase, type TestDatabase } from '../support/database';

/** Enough that a word in one text of thirty is neither rare nor common; `xây dựng` is so among what is public. */
const CASES = 13_000;
const LIMIT = 40;

const reception: Actor = { id: 'reception', role: 'reception', agency: null };
const officer: Actor = { id: 'officer-7-3', role: 'agency_officer', agency: 'agency-7' };
const actors = { reception, officer };

let database: TestDatabase;
let owner: OpenDatabase;
let service: OpenDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  service = openDatabase(await asService(database));
  owner = openDatabase(database.url);
  await fillTables(owner, CASES);
  // Some that are open again after years, and some that are open without a term that runs.
  await owner.sql`update cases set status = 'processing', open = true, urgency = received_at where right(code, 3) = '300'`;
  // Some in which other agencies take part.
  await owner.sql`update cases set agencies = agencies || array['agency-3', 'agency-7'] where right(code, 2) in ('12', '25')`;
  await owner.sql`update cases set urgency = '9999-12-31Z' where open and right(code, 2) in ('20', '31')`;
});

afterAll(async () => {
  await service.close();
  await owner.close();
  await database.drop();
});

/** The whole list, by one statement that leaves it to PostgreSQL how to find it. */
const whole = async (actor: Actor, filter: CaseFilter): Promise<string[]> => {
  const rows = await service.db
    .select({ code: cases.code })
    .from(cases)
    .where(and(visibleTo(actor), matching(filter, actor)))
    .orderBy(asc(cases.urgency), asc(cases.code));
  return rows.map(({ code }) => code);
};

/** The whole list from page to page, from a cursor on. */
async function paged(actor: Actor, filter: CaseFilter, from: Cursor | null): Promise<string[]> {
  const direction = from?.direction ?? 'after';
  const codes: string[] = [];
  for (let cursor = from; ;) {
    const page = await listCases(service.db, actor, filter, cursor, LIMIT);
    if (direction === 'after') codes.push(...page.map(({ code }) => code));
    else codes.unshift(...page.map(({ code }) => code));
    const last = direction === 'after' ? page.at(-1) : page.at(0);
    if (page.length < LIMIT || last === undefined) return codes;
    cursor = { urgency: last.urgency, code: last.code, direction };
  }
}

const queries = [
  'BENCH-2503-0009001',
  'kenh muong',
  'tranh chap',
  'moi truong',
  'de nghi',
  'moi truong kenh muong',
  'khong dau co',
];
const filters: readonly [keyof typeof actors, CaseFilter][] = [
  ['reception', {}],
  ['reception', { status: 'closed' }],
  ['reception', { open: true }],
  ['reception', { agency: 'agency-3' }],
  ['reception', { overdue: false, category: 'category-2' }],
  ['officer', { view: 'all' }],
  ['officer', { view: 'unit' }],
  ['officer', { agency: 'agency-3', status: 'closed' }],
];

describe.each(filters)('R10.3: what %s searches among %j', (who, filter) => {
  it.each(queries)('%s: found from page to page in the order of the list, both ways, and counted', async (q) => {
    const [actor, searched] = [actors[who], { ...filter, q }];
    const expected = await whole(actor, searched);
    expect(await paged(actor, searched, null)).toEqual(expected);
    const end: Cursor = { urgency: new Date('9999-12-31T00:00:00Z'), code: 'Z', direction: 'before' };
    expect(await paged(actor, searched, end)).toEqual(expected);
    const now = new Date('2026-10-05T02:00:00Z');
    const counts = await countCases(service.db, actor, searched, { now, tonight: now, most: 100 });
    expect(counts.cases).toBe(Math.min(100, expected.length));
  });
});

test.each(['reception', 'officer'] as const)(
  'R10.1: what is late and what ends today are each counted up to the bound, for %s',
  async (who) => {
    const [now, tonight] = [new Date(LOOKED_AT), new Date(toMillis(endOf(dateOf(LOOKED_AT))))];
    const within = async (from: Date | undefined, before: Date) =>
      (await whole(actors[who], { open: true, dueFrom: from, dueBefore: before })).length;
    const after = (moment: Date) => new Date(moment.getTime() + 1);
    const [late, dueToday] = [await within(undefined, after(now)), await within(after(now), after(tonight))];
    const bounds = { now, tonight };
    for (const most of [1, dueToday, dueToday + 1, CASES]) {
      const counts = await countCases(service.db, actors[who], { open: true }, { ...bounds, most });
      expect(counts).toMatchObject({ late: Math.min(most, late), dueToday: Math.min(most, dueToday) });
    }
    expect(late).toBeGreaterThan(dueToday + 1);
    expect(dueToday).toBeGreaterThan(0);
  }
);

test.each([
  '2026-0009002',
  'xay dung',
  'kenh muong',
  'bao hiem',
  'giay phep',
  'moi truong',
  'de nghi',
  'truong moi kenh',
])('R1.2: %s: what is public is found from page to page, the latest first', async (q) => {
  const expected = await service.db
    .select({ number: publications.number })
    .from(publications)
    .where(having(publications.words, q))
    .orderBy(desc(publications.publishedAt), desc(publications.number));
  const found: string[] = [];
  for (let after: PublicationPosition | null = null; ;) {
    const page = await searchPublications(service.db, { q }, 'latest', after, LIMIT);
    found.push(...page.map(({ publication }) => publication.number));
    const last = page.at(-1);
    if (page.length < LIMIT || last === undefined) break;
    after = { rank: 0, publishedAt: last.publication.publishedAt, number: last.publication.number };
  }
  expect(found).toEqual(expected.map(({ number }) => number));
});
