import postgres from 'postgres';
import { MOST_COUNTED } from '../api/operations/inbox';
import { countCases, findCase, listCases, type CaseFilter, type CaseRow } from '../db/cases';
import { openDatabase, type Database } from '../db/database';
import { migrate } from '../db/migrate';
import { overviewAt } from '../db/overview';
import { searchPublications } from '../db/publications';
import { similarCases } from '../db/similarCases';
import type { Actor } from '../domain/roles';
import type { Cursor } from '../inputs/cursor';
import { fillTables, LOOKED_AT } from './fillTables';
import { median } from './numbers';

const PAGE = 50;
const PUBLIC_PAGE = 20;
const FURTHER_PAGE = 100;
const RUNS = 15;

const reception: Actor = { id: 'reception', role: 'reception', agency: null };
const officer: Actor = { id: 'officer-7-3', role: 'agency_officer', agency: 'agency-7' };
const head: Actor = { id: 'head-7', role: 'agency_lead', agency: 'agency-7' };
const now = new Date(LOOKED_AT);
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

/** Each filter of the inbox, as the pages send it. */
const inboxes: Readonly<Record<string, readonly [Actor, CaseFilter]>> = {
  'officer, mine': [officer, { view: 'mine' }],
  'officer, my unit': [officer, { view: 'unit' }],
  'officer, all of my agency': [officer, { view: 'all' }],
  'officer, opinions': [officer, { view: 'opinions' }],
  'head, mine': [head, { view: 'mine' }],
  'reception, open': [reception, { open: true }],
  'reception, all': [reception, { view: 'all' }],
  'by status': [reception, { status: 'processing' }],
  closed: [reception, { status: 'closed' }],
  'by agency': [reception, { agency: 'agency-3', open: true }],
  'by category': [reception, { category: 'category-2', open: true }],
  overdue: [reception, { overdue: true }],
  'due within three days': [reception, { dueBefore: inDays(3), open: true }],
};

/** What officers search: how common the words are decides what it costs. */
const searches: Readonly<Record<string, readonly [Actor, CaseFilter]>> = {
  'search, one case by its code': [reception, { q: 'BENCH-0009001' }],
  'search, a very common phrase': [reception, { q: 'de nghi' }],
  'search, a common phrase of five syllables': [reception, { q: 'xem xet giai quyet toi' }],
  'search, a word in one text of ten': [reception, { q: 'moi truong' }],
  'search, a word in one text of twenty': [reception, { q: 'kenh muong' }],
  'search, two words seldom together': [reception, { q: 'moi truong kenh muong' }],
  'search, a common word in open cases': [reception, { q: 'moi truong', open: true }],
  'search, a common word within an agency': [officer, { q: 'thu tuc', view: 'all' }],
  'search, a common word among the closed': [reception, { q: 'kenh muong', status: 'closed' }],
  'search, no hit': [reception, { q: 'không có ở đâu cả' }],
};

/** What the public searches. */
const publicSearches: Readonly<Record<string, string | undefined>> = {
  'public, the latest': undefined,
  'public search, very common words': 'đề nghị giải quyết',
  'public search, a word in one text of ten': 'moi truong',
  'public search, seldom words': 'kenh muong tranh chap ranh gioi',
  'public search, a word written a little wrong': 'kenhh muongg',
};

/** Milliseconds by what was asked. */
export type Timings = Readonly<Record<string, number>>;

/** Fills a new database with so many cases and times what people ask of it most. */
export async function timeTables(serverUrl: string, cases: number, tell: (what: string) => void): Promise<Timings> {
  const name = `bench_${String(cases)}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await admin.unsafe(`drop database if exists ${name}`);
  await admin.unsafe(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const { db, sql, close } = openDatabase(url.href);
  try {
    const started = performance.now();
    await fillTables(sql, cases);
    tell(`${String(cases)} cases are there after ${String(Math.round((performance.now() - started) / 1000))} s`);
    return await timings(db);
  } finally {
    await close();
    await admin.unsafe(`drop database ${name}`);
    await admin.end();
  }
}

/** Times everything on tables that are filled. */
export async function timings(db: Database): Promise<Timings> {
  const found: Record<string, number> = {};
  for (const [name, [actor, filter]] of Object.entries({ ...inboxes, ...searches })) {
    const page = (cursor: Cursor | null) => listCases(db, actor, filter, cursor, PAGE);
    found[`${name}, page 1`] = await timed(() => page(null));
    const last = await lastBefore(FURTHER_PAGE, page);
    if (last !== null) found[`${name}, page ${String(FURTHER_PAGE)}`] = await timed(() => page(last));
    found[`${name}, count`] = await timed(() =>
      countCases(db, actor, filter, { now, tonight: inDays(0.6), most: MOST_COUNTED })
    );
  }
  for (const [name, q] of Object.entries(publicSearches))
    found[name] = await timed(() =>
      searchPublications(db, { q }, q === undefined ? 'latest' : 'relevance', null, PUBLIC_PAGE)
    );
  const subject = await findCase(db, 'BENCH-0009001');
  if (subject === undefined) throw new Error('there are too few cases');
  found['similar cases'] = await timed(() => similarCases(db, subject, reception, PUBLIC_PAGE));
  found['dashboard'] = await timed(() =>
    overviewAt(db, { now, soon: inDays(3), since: inDays(-90), weeksSince: inDays(-84) })
  );
  return found;
}

/** Where the page before begins to end: read from page to page, as people come there. Null where there are not so many. */
async function lastBefore(
  further: number,
  page: (cursor: Cursor | null) => Promise<readonly CaseRow[]>
): Promise<Cursor | null> {
  let cursor: Cursor | null = null;
  for (let number = 1; number < further; number++) {
    const last: CaseRow | undefined = (await page(cursor)).at(PAGE - 1);
    if (last === undefined) return null;
    cursor = { urgency: last.urgency, code: last.code, direction: 'after' };
  }
  return cursor;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const millis: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    await work();
    millis.push(performance.now() - started);
  }
  return median(millis);
}
