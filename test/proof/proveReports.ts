import { openDatabase } from '../../db/database';
import { handlingOf } from '../../db/handling';
import { migrate } from '../../db/migrate';
import { workingDaysThrough } from '../../domain/calendar';
import { startPostgres } from '../../embedded/postgres';
import { law } from '../support/law';
import { temporaryFolder } from '../support/servers';

const KNOWN = '2027-06-30';
const asOf = `${KNOWN}T12:00:00.000+07:00`;
const workingDays = { from: '2018-01-01', through: workingDaysThrough('2018-01-01', KNOWN, law.calendar) };

/** Five years of cases in even flow, answered after 1 to 40 days, one in 500 still owed, each with two earlier standings. */
const generate = (cases: number) => `
  insert into case_standings (case_code, seq, recorded_at, superseded_at, status, agency, category, channel, received_on,
    overdue, settled_on, answered, term_late_after, returned_on, disputed_on, holders, held_after, term_from,
    paused_after, paused_through)
  select 'BENCH-' || n, seq, (received + seq * 3)::timestamptz, case when seq < 3 then (received + seq * 3 + 3)::timestamptz end,
    case when seq < 3 then 'processing' when owed then 'processing' else 'closed' end, 'agency-' || n % 40,
    'category-' || n % 7, 'portal', received, false, case when seq = 3 and not owed then received + taken end,
    seq = 3 and not owed, case when seq = 3 and taken > 21 then received + 21 end,
    case when n % 50 = 0 then array[received + 10] else '{}' end, case when n % 80 = 0 then array[received + 30] else '{}' end,
    array['office', 'agency-' || n % 40, 'submitter', 'agency-' || n % 40, 'office', null],
    array[received, received + 2, received + 5, received + 8, received + taken, received + taken + 1],
    received, case when n % 10 = 0 then array[received + 5] else '{}' end,
    case when n % 10 = 0 then array[received + 8] else '{}' end
  from (select n, date '2022-07-01' + (n::bigint * 1800 / ${String(cases)})::int as received, 1 + (n::bigint * 7919 % 40)::int as taken,
    n % 500 = 0 as owed from generate_series(1, ${String(cases)}) n) as made, generate_series(1, 3) seq`;

/** `npm run prove:reports -- 1000000`: how long reports take over so many cases. */
async function main(): Promise<void> {
  const cases = Number(process.argv[2] ?? 1_000_000);
  if (!Number.isSafeInteger(cases) || cases < 1) throw new Error('How many cases? Give a whole number.');
  const server = await startPostgres({ dataDir: await temporaryFolder(), log: console.log });
  const { db, sql, close } = openDatabase(server.url);
  try {
    await migrate(server.url);
    await sql.unsafe(generate(cases));
    await sql`vacuum analyze case_standings`;
    for (const [name, from, through, moment] of [
      ['a quarter', '2027-04-01', '2027-06-30', asOf],
      ['a quarter of three years ago', '2024-04-01', '2024-06-30', asOf],
      ['a quarter as it was known at its end', '2025-04-01', '2025-06-30', '2025-07-01T00:00:00.000+07:00'],
      ['a year', '2026-07-01', '2027-06-30', asOf],
      ['all that there is', '2018-01-01', KNOWN, asOf],
    ] as const) {
      const started = performance.now();
      const { total } = await handlingOf(db, {
        from,
        through,
        until: through,
        asOf: moment,
        by: 'agency',
        workingDays,
      });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${name}: ${seconds} s`, total.figures);
    }
  } finally {
    await close();
    await server.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
