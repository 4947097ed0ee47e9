import postgres from 'postgres';
import { countCases, listCases, type CaseFilter } from '../db/cases';
import { openDatabase, type Database } from '../db/database';
import { migrate } from '../db/migrate';
import { overviewAt } from '../db/overview';
import type { Actor } from '../domain/roles';
import { fillTables, LOOKED_AT } from './fillTables';
import { median } from './numbers';

const PAGE = 50;
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

const searches: Readonly<Record<string, readonly [Actor, CaseFilter]>> = {
  'search, one case by its code': [reception, { q: 'BENCH-0009001' }],
  'search, three common words': [reception, { q: 'giấy tờ phép' }],
  'search, no hit': [reception, { q: 'không có ở đâu cả' }],
  'search within an agency': [officer, { q: 'thu tuc' }],
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

async function timings(db: Database): Promise<Timings> {
  const found: Record<string, number> = {};
  for (const [name, [actor, filter]] of Object.entries(inboxes)) {
    found[`${name}, page 1`] = await timed(() => listCases(db, actor, filter, null, PAGE));
    const before = await listCases(db, actor, filter, null, PAGE * (FURTHER_PAGE - 1));
    const last = before.at(-1);
    if (last !== undefined && before.length === PAGE * (FURTHER_PAGE - 1)) {
      const cursor = { urgency: last.urgency, code: last.code, direction: 'after' } as const;
      found[`${name}, page ${String(FURTHER_PAGE)}`] = await timed(() => listCases(db, actor, filter, cursor, PAGE));
    }
    found[`${name}, count`] = await timed(() =>
      countCases(db, actor, filter, { now, tonight: inDays(0.6), most: 1_000 })
    );
  }
  for (const [name, [actor, filter]] of Object.entries(searches))
    found[name] = await timed(() => listCases(db, actor, filter, null, PAGE));
  found['dashboard'] = await timed(() =>
    overviewAt(db, { now, soon: inDays(3), since: inDays(-90), weeksSince: inDays(-84) })
  );
  return found;
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
