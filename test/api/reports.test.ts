import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Workbook } from 'exceljs';
import fc from 'fast-check';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { figureNames, NONE } from '../../domain/figures';
import { addDays, type Instant } from '../../domain/time';
import { overviewAt } from '../../db/overview';
import { recordEvents } from '../../db/record';
import { reportQuery } from '../../inputs/report';
import { walks } from '../domain/support/walk';
import { at, law } from '../support/law';
import { paperCase } from '../support/paperCase';
import { LEAD, OTHER } from '../support/people';
import { startService, type Service } from '../support/service';
import { unzipped } from '../support/unzipped';
import type { Visitor } from '../support/visitor';
import { quantiles, toldOf, type Asked, type Life, type Told } from './support/bruteReport';

const LIVES = 100;
const STARTED = '2027-12-01 08:00';

const lives: readonly Life[] = fc
  .sample(walks, LIVES)
  .map((places, index) => ({ code: `LIFE-${String(index)}`, events: places.at(-1)!.events }));

let service: Service;
let database: OpenDatabase;
let supervisor: Visitor;

beforeAll(async () => {
  service = await startService({
    withWorker: false,
    agencies: ['office', LEAD, OTHER],
    startsAt: at(STARTED),
  });
  database = openDatabase(service.databaseUrl);
  supervisor = await service.as('supervisor');
  // The days were known when the lives were lived, long before this service was started.
  await database.sql`UPDATE calendar_years SET created_at = '2018-01-01'`;
  await Promise.all(lives.map(record));
});
afterAll(async () => {
  await database.close();
  await service.stop();
});

async function record({ code, events }: Life): Promise<void> {
  for (const event of events) await recordEvents(database.db, { code, events: [event] }, () => Promise.resolve());
}

type Figures = Record<string, { cases: number; list: string }>;
interface Row {
  readonly key: string | null;
  readonly figures: Figures;
  readonly medianDays: number | null;
  readonly ninetiethDays: number | null;
  readonly elapsedDays: number;
  readonly held: readonly { holder: string; days: number }[];
}

const read = async (query: object) => {
  const { status, body } = await supervisor.get(
    `/v1/reports/handling?${new URLSearchParams(query as Record<string, string>).toString()}`
  );
  expect({ status, errors: body.errors }).toEqual({ status: 200 });
  return body as { rows: Row[]; total: Row };
};

const told = (asked: Asked): Told[] =>
  lives.map((life) => toldOf(life, asked, law.calendar)).filter((one) => one !== null);

/** A row as the brute count has it, without the lists. */
function expected(all: readonly Told[]) {
  const { median, ninetieth } = quantiles(all.flatMap(({ usedDays }) => usedDays ?? []));
  const held = new Map<string, number>();
  for (const one of all)
    for (const [holder, days] of Object.entries(one.held)) held.set(holder, (held.get(holder) ?? 0) + days);
  return {
    figures: Object.fromEntries(
      figureNames.map((name) => [name, all.filter(({ figures }) => figures.includes(name)).length])
    ),
    median,
    ninetieth,
    elapsed: [...held.values()].reduce((sum, days) => sum + days, 0),
    held: Object.fromEntries(held),
  };
}

const got = ({ figures, medianDays, ninetiethDays, elapsedDays, held }: Row) => ({
  figures: Object.fromEntries(Object.entries(figures).map(([name, { cases }]) => [name, cases])),
  median: medianDays,
  ninetieth: ninetiethDays,
  elapsed: elapsedDays,
  held: Object.fromEntries(held.filter(({ days }) => days > 0).map(({ holder, days }) => [holder, days])),
});

const periods: readonly Asked[] = [
  { from: '2026-01-01', through: '2026-03-31', asOf: at('2027-11-30 12:00') },
  { from: '2026-07-01', through: '2026-09-30', asOf: at('2027-11-30 12:00') },
  { from: '2026-07-01', through: '2026-09-30', asOf: at('2026-10-01 00:00') },
  { from: '2026-04-01', through: '2027-03-31', asOf: at('2026-12-24 17:30') },
  { from: '2026-10-15', through: '2026-10-15', asOf: at('2027-01-04 08:00') },
];

describe('R10.1: a report says what counting case by case and day by day says', () => {
  for (const asked of periods)
    test.each(['agency', 'category', 'channel'] as const)(
      `${asked.from}–${asked.through} as of ${asked.asOf} by %s`,
      async (by) => {
        const { rows, total } = await read({ ...asked, by });
        const all = told(asked);
        expect(got(total)).toEqual(expected(all));
        const concerned = all.filter(({ figures }) => figures.length > 0);
        const keys = [...new Set(concerned.map((one) => one[by]))];
        expect(rows.map(({ key }) => key).sort()).toEqual(keys.sort());
        for (const row of rows) expect(got(row)).toEqual(expected(all.filter((one) => one[by] === row.key)));
      }
    );

  test('what comes in is what became of it, in each row', async () => {
    for (const asked of periods)
      for (const { figures } of (await read(asked)).rows) {
        const sum = (...names: string[]) => names.reduce((count, name) => count + figures[name]!.cases, 0);
        expect(sum('carriedOver', 'received')).toBe(sum('onTime', 'late', 'endedUnanswered', 'inTerm', 'runningLate'));
      }
  });
});

test('R10.1: each figure opens to the list of exactly its cases', async () => {
  let seen = 0;
  for (const asked of periods.slice(1, 4)) {
    const all = told(asked);
    for (const { key, figures } of (await read(asked)).rows)
      for (const [name, { cases, list }] of Object.entries(figures)) {
        const { items } = (await supervisor.get(`${list}&limit=200`)).body as { items: { code: string }[] };
        const counted = all.filter((one) => one.agency === key && one.figures.includes(name)).map(({ code }) => code);
        expect(items.map(({ code }) => code).sort()).toEqual(counted.sort());
        expect(cases).toBe(items.length);
        seen += cases;
      }
  }
  expect(seen).toBeGreaterThan(LIVES);
});

test('R10.1: the answers of a period, and those of them that came late, open to lists as well', async () => {
  for (const asked of periods.slice(0, 3)) {
    const answered = told(asked).filter(({ usedDays }) => usedDays !== null);
    const late = answered.filter(({ figures }) => figures.includes('late'));
    for (const [figure, cases] of Object.entries({ answered, answeredLate: late })) {
      const query = new URLSearchParams({ figure, ...asked, limit: '200' }).toString();
      const { items } = (await supervisor.get(`/v1/cases?${query}`)).body as { items: { code: string }[] };
      expect(items.map(({ code }) => code).sort()).toEqual(cases.map(({ code }) => code).sort());
    }
  }
});

test('R10.1, R10.3: the head of an agency reads of the cases that it leads, in figures, lists and documents, and of no others', async () => {
  const head = await service.as(`lead.${OTHER}`);
  const asked = periods[1]!;
  const query = (given: object = {}) =>
    new URLSearchParams({ ...asked, ...given } as Record<string, string>).toString();
  const own = (await head.get(`/v1/reports/handling?${query()}`)).body as { rows: Row[]; total: Row };
  const expectedOwn = expected(told(asked).filter(({ agency }) => agency === OTHER));
  expect(own.rows.map((row) => [row.key, got(row)])).toEqual([[OTHER, expectedOwn]]);
  expect(got(own.total)).toEqual(expectedOwn);
  expect(own.total.figures['received']!.cases).toBeGreaterThan(0);
  expect(new URL(own.total.figures['received']!.list, service.address).searchParams.get('lead')).toBe(OTHER);

  expect((await head.get(`/v1/reports/handling?${query({ lead: OTHER, by: 'category' })}`)).body.total).toEqual(
    own.total
  );
  for (const lead of [LEAD, 'none'])
    expect((await head.get(`/v1/reports/handling?${query({ lead })}`)).status).toBe(403);
  expect((await (await service.as(`officer.${OTHER}`)).get(`/v1/reports/handling?${query()}`)).status).toBe(403);
  expect((await head.get('/v1/reports/overview')).status).toBe(403);

  const quarterly = `year=2026&quarter=3&format=xlsx&asOf=${encodeURIComponent(asked.asOf)}`;
  const { bytes } = await head.get(`/v1/reports/quarterly?${quarterly}`);
  const workbook = new Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  // Others may have held its cases before: the sheet of holders names them.
  const cells = JSON.stringify(workbook.worksheets[0]!.getSheetValues());
  expect(cells).toContain('Sở Xây dựng');
  expect(cells).not.toContain(LEAD);
});

test('R10.1: months are periods of their own', async () => {
  const asked = { from: '2026-05-20', through: '2026-07-10', asOf: at('2027-11-30 12:00') };
  const { rows } = await read({ ...asked, by: 'month' });
  expect(rows.map((row) => [row.key, got(row)])).toEqual(
    [
      ['2026-05', '2026-05-20', '2026-05-31'],
      ['2026-06', '2026-06-01', '2026-06-30'],
      ['2026-07', '2026-07-01', '2026-07-10'],
    ].map(([key, from, through]) => [key, expected(told({ ...asked, from: from!, through: through! }))])
  );
});

test('R10.1: months that had not begun at the moment of a report are not in it', async () => {
  const asked = { from: '2026-07-01', through: '2026-09-30', asOf: at('2026-08-10 12:00') };
  const { rows, total } = await read({ ...asked, by: 'month' });
  expect(rows.map(({ key }) => key)).toEqual(['2026-07', '2026-08']);
  expect(got(rows[1]!)).toEqual(expected(told({ ...asked, from: '2026-08-01', through: '2026-08-31' })));
  expect(got(total)).toEqual(expected(told(asked)));
});

test('R10.1: the period is the present quarter unless one is given, and what is asked wrongly is named', async () => {
  const { body } = await supervisor.get('/v1/reports/handling');
  expect(body).toMatchObject({ from: '2027-10-01', through: '2027-12-31', by: 'agency' });
  const faultsOf = async (query: string) =>
    ((await supervisor.get(`/v1/reports/handling?${query}`)).body.errors as { path: string }[]).map(({ path }) => path);
  expect(await faultsOf('from=2026-01-01')).toEqual(['/from']);
  expect(await faultsOf('from=2026-02-01&through=2026-01-01')).toEqual(['/through']);
  expect(await faultsOf('asOf=2030-01-01T00:00:00Z')).toEqual(['/asOf']);
  expect(await faultsOf('by=month&from=1900-01-01&through=9998-12-31')).toEqual(['/through']);
  const isTaken = (query: object) => reportQuery.safeParse(query).success;
  expect(isTaken({ by: 'month', from: '2018-03-31', through: '2028-02-29' })).toBe(true);
  expect(isTaken({ by: 'month', from: '2018-03-31', through: '2028-03-01' })).toBe(false);
  expect(isTaken({ by: 'agency', from: '2018-03-31', through: '2028-03-01' })).toBe(true);
  expect((await (await service.as('citizen')).get('/v1/reports/handling')).status).toBe(403);
});

test('R10.1: what the leadership sees at a glance counts answers as the reports do', async () => {
  const { body } = await supervisor.get('/v1/reports/overview');
  const now = new Date(body.at as string);
  const since = new Date(at('2026-07-01 00:00'));
  const { agencies, weeks } = await overviewAt(database.db, { now, soon: now, since, weeksSince: since });
  const asked = { from: '2026-07-01', through: (body.at as string).slice(0, 10), asOf: body.at as Instant };
  const { figures } = (await read({ ...asked, by: 'agency' })).total;
  // Of those that ended late, some were withdrawn and never answered.
  const answered = told(asked).filter(({ usedDays }) => usedDays !== null).length;

  expect(agencies.reduce((all, { onTime }) => all + onTime, 0)).toBe(figures['onTime']!.cases);
  expect(agencies.reduce((all, agency) => all + agency.answered, 0)).toBe(answered);
  expect(weeks.reduce((all, week) => all + week.answered, 0)).toBe(answered);
  expect(figures['late']!.cases).toBeGreaterThan(0);
});

/** A petition that nobody has touched since it came, with what has rung until the service started. */
function untouched(code: string, received: string): Life {
  const aCase = paperCase(received);
  aCase.wait(STARTED);
  return { code, events: aCase.events };
}

const listedBy = async (query: object) => {
  const asked = new URLSearchParams({ ...query, limit: '200' }).toString();
  return ((await supervisor.get(`/v1/cases?${asked}`)).body.items as object[]).length;
};

interface Overview {
  readonly soonThrough: string;
  readonly agencies: readonly { agency: string | null; open: number; overdue: number; dueSoon: number }[];
  readonly weeks: readonly { from: string; received: number; answered: number; late: number }[];
}
const overview = async () => (await supervisor.get('/v1/reports/overview')).body as Overview;

test('R10.1: each open case is late, due soon or in time at a glance as it is in the lists', async () => {
  // Their rejection is late; the answer is due much later, and today.
  await record(untouched('FRESH-1', '2027-11-26 09:00'));
  await record(untouched('FRESH-2', '2027-11-10 09:00'));
  const { agencies, soonThrough } = await overview();
  for (const { agency, open, overdue, dueSoon } of agencies) {
    const held = { lead: agency ?? NONE, open: 'true' };
    const listed = {
      overdue: await listedBy({ ...held, overdue: 'true' }),
      dueSoon: await listedBy({ ...held, overdue: 'false', due: soonThrough }),
      inTime: await listedBy({ ...held, overdue: 'false', dueAfter: soonThrough }),
    };
    expect({ agency, listed }).toEqual({ agency, listed: { overdue, dueSoon, inTime: open - overdue - dueSoon } });
  }
  expect(agencies.find(({ agency }) => agency === null)?.dueSoon).toBeGreaterThanOrEqual(2);
});

test('R10.1: the last twelve weeks, the first as well as the present one, count what their lists hold', async () => {
  for (const day of ['2027-09-07', '2027-09-09', '2027-09-13', '2027-09-19', '2027-11-29'])
    await record(untouched(`WEEKS-${day}`, `${day} 09:00`));
  const { weeks } = await overview();
  expect(weeks).toHaveLength(12);
  expect(weeks[0]).toMatchObject({ from: '2027-09-13', received: 2 });
  expect(weeks.at(-1)).toMatchObject({ from: '2027-11-29', received: 1 });
  for (const { from, ...counted } of weeks) {
    const days = { from, through: addDays(from, 6) };
    const listed = {
      received: await listedBy(days),
      answered: await listedBy({ ...days, figure: 'answered' }),
      late: await listedBy({ ...days, figure: 'answeredLate' }),
    };
    expect({ from, listed }).toEqual({ from, listed: counted });
  }
});

/** What `npm run db:standings` says. */
const rebuildStandings = async (): Promise<string> => {
  const program = ['--import', 'tsx', join(__dirname, '..', '..', 'db', 'rebuildStandings.ts')];
  const env = { ...process.env, DATABASE_URL: service.databaseUrl };
  return (await promisify(execFile)(process.execPath, program, { env })).stdout;
};

test('R5: what the reports rest on follows from the record, and is made from it anew where it is missing', async () => {
  const standings = () => database.sql`select * from case_standings order by case_code, seq`;
  const before = await standings();
  expect(before.length).toBeGreaterThan(LIVES);
  const { count } = await database.sql`delete from case_standings where case_code like 'LIFE-1%'`;
  expect(count).toBeGreaterThan(0);
  expect(await rebuildStandings()).toBe('11 cases have their standings now.\n');
  expect(await standings()).toEqual(before);
  expect(await rebuildStandings()).toBe('0 cases have their standings now.\n');
});

describe('R10.1: the quarterly report', () => {
  const total = expected(told(periods[0]!));
  const download = (format: string) =>
    supervisor.get(`/v1/reports/quarterly?year=2026&quarter=1&asOf=2027-11-30T12:00:00%2B07:00&format=${format}`);

  test('as a workbook has the figures of the report as numbers', async () => {
    const { status, headers, bytes } = await download('xlsx');
    expect({ status, name: headers.get('content-disposition') }).toEqual({
      status: 200,
      name: 'attachment; filename=bao-cao-quy-1-2026.xlsx',
    });
    const workbook = new Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const lastRows = workbook.worksheets.map((sheet) => (sheet.lastRow!.values as unknown[]).slice(1));
    for (const row of lastRows.slice(0, 4))
      expect(row).toEqual(['Tổng số', ...Object.values(total.figures), total.median, total.ninetieth]);
    expect(lastRows[4]!.at(-1)).toBe(total.elapsed);
  });

  test('as a document names the quarter and carries the same figures', async () => {
    const { status, bytes } = await download('docx');
    expect(status).toBe(200);
    const written = unzipped(bytes, 'word/document.xml').replace(/<[^>]+>/g, '\n');
    expect(written).toContain('Quý I năm 2026 (từ 01/01/2026 đến 31/03/2026)');
    for (const count of Object.values(total.figures)) expect(written).toContain(`\n${count}\n`);
  });
});
