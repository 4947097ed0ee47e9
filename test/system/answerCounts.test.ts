import type { ISql } from 'postgres';
import { gatherAnswerCounts } from '../../db/answerCounts';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { asService, createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
let service: OpenDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  service = openDatabase(await asService(database));
});

afterAll(async () => {
  await service.close();
  await database.drop();
});

const kept = () =>
  service.sql`
    select settled_on::text, agency, sum(answered)::int as answered, sum(late)::int as late from answer_counts
    group by settled_on, agency having sum(answered) <> 0 order by settled_on, agency`;

const counted = () =>
  service.sql`
    select settled_on::text, agency, count(*)::int as answered, (count(*) filter (where settled_on > late_after))::int as late
    from case_standings where superseded_at is null and answered and settled_on is not null
    group by settled_on, agency order by settled_on, agency`;

/** The standing of a case after an event, as `keepStanding` writes it: what stood before counts no more. */
const stand = async (
  sql: ISql,
  number: number,
  seq: number,
  {
    answered,
    agency,
    day,
    lateAfter,
  }: { answered: boolean; agency: string | null; day: number; lateAfter: number | null }
) => {
  const code = `CASE-${String(number)}`;
  const on = (days: number) => `2026-03-${String(days).padStart(2, '0')}`;
  await sql`update case_standings set superseded_at = now() where case_code = ${code} and superseded_at is null`;
  await sql`
    insert into case_standings (case_code, seq, recorded_at, status, agency, channel, received_on, overdue, settled_on,
      answered, term_late_after, returned_on, disputed_on, holders, held_after, term_from, paused_after, paused_through)
    values (${code}, ${seq}, now(), 'answered', ${agency}, 'portal', '2026-02-01', false, ${day === 0 ? null : on(day)},
      ${answered}, ${lateAfter === null ? null : on(lateAfter)}, '{}', '{}', '{}', '{}', '2026-02-01', '{}', '{}')`;
};

const CASES = 40;
const ACTS = 8;

test('R10.1: the sums of answers are what the standings say, whatever comes, changes, is taken back or made anew', async () => {
  // Numbers that follow from one another, so that each run meets the same.
  let last = 7;
  const drawn = (bound: number) => (last = (last * 48_271) % 2_147_483_647) % bound;
  for (let seq = 1; seq <= ACTS; seq++) {
    for (let number = 0; number < CASES; number++)
      await stand(service.sql, number, seq, {
        answered: drawn(3) > 0,
        agency: ['agency-1', 'agency-2', null][drawn(3)] ?? null,
        day: drawn(5),
        lateAfter: drawn(2) === 0 ? null : 1 + drawn(4),
      });
    if (seq % 2 === 0) await gatherAnswerCounts(service.db);
    expect(await kept()).toEqual(await counted());
  }
  await service.sql`delete from case_standings where case_code like 'CASE-1%'`;
  expect(await kept()).toEqual(await counted());
  await gatherAnswerCounts(service.db);
  const [rows] = await service.sql`select count(*)::int from answer_counts`;
  expect(rows?.['count']).toBe((await counted()).length);
});

test('R10.1: gathering waits for no act, and loses none that is recorded meanwhile', async () => {
  const answer = { answered: true, agency: 'agency-1', day: 9, lateAfter: 3 };
  await stand(service.sql, CASES, 1, answer);
  await service.sql.begin(async (act) => {
    await stand(act, CASES, 2, { ...answer, answered: false });
    await stand(act, CASES + 1, 1, answer);
    await Promise.all([gatherAnswerCounts(service.db), gatherAnswerCounts(service.db)]);
  });
  expect(await kept()).toEqual(await counted());
  await gatherAnswerCounts(service.db);
  expect(await kept()).toEqual(await counted());
});
