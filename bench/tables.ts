import { asc } from 'drizzle-orm';
import postgres from 'postgres';
import { mostCounted } from '../api/operations/inbox';
import type { CaseFilter } from '../db/caseConditions';
import { countCases } from '../db/caseCounts';
import { listCases, type CaseRow } from '../db/cases';
import { openDatabase, type Database, type OpenDatabase } from '../db/database';
import { migrate } from '../db/migrate';
import { overviewAt } from '../db/overview';
import { searchPublications } from '../db/publicationSearch';
import { similarCases } from '../db/similarCases';
import { cases as caseTable } from '../db/schema';
import type { Actor } from '../domain/roles';
import type { Cursor } from '../inputs/cursor';
import { fillTables, LOOKED_AT } from './fillTables';

const PAGE = 50;
const PUBLIC_PAGE = 20;
const FURTHER_PAGE = 100;
const RUNS = 15;
/** The place of a case that others resemble, in the order of codes. */
const SUBJECT = 9_001;

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
  'search, a very common phrase': [reception, { q: 'de nghi' }],
  'search, a common phrase of five syllables': [reception, { q: 'xem xet giai quyet toi' }],
  'search, a word in one text of thirteen': [reception, { q: 'moi truong' }],
  'search, a word in one text of thirty': [reception, { q: 'kenh muong' }],
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
  'public search, a word in one text of thirteen': 'moi truong',
  'public search, seldom words': 'kenh muong tranh chap ranh gioi',
  'public search, a word written a little wrong': 'kenhh muongg',
};

/** What is asked of filled tables, once what it needs to know was looked up; null where there are too few cases for it. */
type Question = (db: Database) => Promise<(() => Promise<unknown>) | null>;

/**
 * Milliseconds by what was asked, for each of the databases in their order: the quickest of some runs, since whatever else
 * the machine does only ever adds.
 */
export type Timings = Readonly<Record<string, readonly (number | null)[]>>;

/** Fills two new databases with so many cases each, and times what people ask most of them, in turns. */
export async function timeTables(
  serverUrl: string,
  sizes: readonly number[],
  tell: (what: string) => void
): Promise<Timings> {
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  const filled: OpenDatabase[] = [];
  try {
    for (const cases of sizes) {
      const name = `bench_${String(cases)}`;
      await admin.unsafe(`drop database if exists ${name}`);
      await admin.unsafe(`create database ${name}`);
      const url = new URL(serverUrl);
      url.pathname = `/${name}`;
      await migrate(url.href);
      const database = openDatabase(url.href);
      filled.push(database);
      const started = performance.now();
      await fillTables(database, cases);
      tell(`${String(cases)} cases are there after ${String(Math.round((performance.now() - started) / 1000))} s`);
    }
    return await timeInTurns(filled.map(({ db }) => db));
  } finally {
    for (const { close } of filled) await close();
    for (const cases of sizes) await admin.unsafe(`drop database if exists bench_${String(cases)}`);
    await admin.end();
  }
}

/** Times everything on databases that are filled: each question to each of them in turn, so that all meet the same machine. */
async function timeInTurns(databases: readonly Database[]): Promise<Timings> {
  const found: Record<string, (number | null)[]> = {};
  for (const [name, question] of Object.entries(questions())) {
    const asked = await Promise.all(databases.map(question));
    if (asked.every((ask) => ask === null)) continue;
    const millis = asked.map((): number[] => []);
    for (let run = 0; run < RUNS; run++)
      for (const [place, ask] of asked.entries()) {
        const started = performance.now();
        await ask?.();
        millis[place]?.push(performance.now() - started);
      }
    found[name] = millis.map((times, place) => (asked[place] === null ? null : Math.min(...times)));
  }
  return found;
}

function questions(): Record<string, Question> {
  const asked: Record<string, Question> = {};
  for (const [name, [actor, filter]] of Object.entries({ ...inboxes, ...searches })) {
    const page = (db: Database, cursor: Cursor | null) => listCases(db, actor, filter, cursor, PAGE);
    asked[`${name}, page 1`] = always((db) => page(db, null));
    asked[`${name}, page ${String(FURTHER_PAGE)}`] = async (db) => {
      const last = await lastBefore(FURTHER_PAGE, (cursor) => page(db, cursor));
      return last && (() => page(db, last));
    };
    asked[`${name}, count`] = always((db) => count(db, actor, filter));
  }
  const byCode = 'search, one case by its code';
  asked[`${byCode}, page 1`] = ofSubject((db, { code }) => listCases(db, reception, { q: code }, null, PAGE));
  asked[`${byCode}, count`] = ofSubject((db, { code }) => count(db, reception, { q: code }));
  for (const [name, q] of Object.entries(publicSearches))
    asked[name] = always((db) =>
      searchPublications(db, { q }, q === undefined ? 'latest' : 'relevance', null, PUBLIC_PAGE)
    );
  asked['similar cases'] = ofSubject((db, subject) => similarCases(db, subject, reception, PUBLIC_PAGE));
  asked['dashboard'] = always((db) =>
    overviewAt(db, { now, soon: inDays(3), since: inDays(-90), weeksSince: inDays(-84) })
  );
  return asked;
}

const always =
  (ask: (db: Database) => Promise<unknown>): Question =>
  (db) =>
    Promise.resolve(() => ask(db));

const count = (db: Database, actor: Actor, filter: CaseFilter) =>
  countCases(db, actor, filter, { now, tonight: inDays(0.6), most: mostCounted(filter) });

/** What is asked about one case. */
const ofSubject =
  (ask: (db: Database, subject: CaseRow) => Promise<unknown>): Question =>
  async (db) => {
    const [subject] = await db
      .select()
      .from(caseTable)
      .orderBy(asc(caseTable.code))
      .offset(SUBJECT - 1)
      .limit(1);
    return subject === undefined ? null : () => ask(db, subject);
  };

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
