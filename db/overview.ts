import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from './database';

/** How an agency stands: cases in its hands, and answers given since a moment. */
interface AgencyFigures {
  readonly agency: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly answered: number;
  readonly onTime: number;
}

export interface OverviewRows {
  readonly agencies: readonly AgencyFigures[];
  readonly ages: readonly { readonly days: number; readonly cases: number }[];
  readonly weeks: readonly {
    readonly from: string;
    readonly received: number;
    readonly answered: number;
    readonly late: number;
  }[];
  readonly matrix: readonly {
    readonly category: string | null;
    readonly agency: string | null;
    readonly cases: number;
    readonly overdue: number;
  }[];
}

/** How each case stands now, by what the reports count: late stays late, whatever became of the case since. */
const answers = sql`
  select agency, settled_on, late_after is not null and settled_on > late_after as late
  from case_standings where superseded_at is null and answered`;
const localDay = (moment: SQL): SQL => sql`(${moment} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** What the leadership sees at a glance: who holds what, how old it is, and how the weeks went. */
export async function overviewAt(
  db: Executor,
  { now, soon, since, weeksSince }: Readonly<Record<'now' | 'soon' | 'since' | 'weeksSince', Date>>
): Promise<OverviewRows> {
  const moments = { now: now.toISOString(), soon: soon.toISOString(), since: since.toISOString() };
  const weeksFrom = weeksSince.toISOString();
  const [agencies, ages, weeks, matrix] = await Promise.all([
    db.execute(sql`
      select agency, sum(open)::int as open, sum(overdue)::int as overdue, sum(due_soon)::int as "dueSoon",
        sum(answered)::int as answered, sum(on_time)::int as "onTime"
      from (
        select lead_agency as agency, 1 as open, overdue::int as overdue, 0 as answered, 0 as on_time,
          (not overdue and urgency between ${moments.now} and ${moments.soon})::int as due_soon
        from cases where open
        union all
        select agency, 0, 0, 1, (not late)::int, 0
        from (${answers}) as answers where settled_on >= ${localDay(sql`${moments.since}::timestamptz`)}
      ) as said
      group by agency order by overdue desc, open desc, agency`),
    db.execute(sql`
      select ${localDay(sql`${moments.now}::timestamptz`)} - ${localDay(sql`received_at`)} as days, count(*)::int as cases
      from cases where open group by 1 order by 1`),
    db.execute(sql`
      with said as (
        select date_trunc('week', ${localDay(sql`received_at`)})::date as week, 1 as received, 0 as answered, 0 as late
        from cases where received_at >= ${weeksFrom}
        union all
        select date_trunc('week', settled_on)::date, 0, 1, late::int
        from (${answers}) as answers where settled_on >= ${localDay(sql`${weeksFrom}::timestamptz`)}
      )
      select week::text as from, sum(received)::int as received, sum(answered)::int as answered, sum(late)::int as late
      from said group by week order by week`),
    db.execute(sql`
      select category, lead_agency as agency, count(*)::int as cases, count(*) filter (where overdue)::int as overdue
      from cases where open group by category, lead_agency order by category, agency`),
  ]);
  return {
    agencies: [...agencies],
    ages: [...ages],
    weeks: [...weeks],
    matrix: [...matrix],
  } as unknown as OverviewRows;
}
