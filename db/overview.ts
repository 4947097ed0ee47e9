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

const day = (moment: SQL): SQL => sql`(${moment} at time zone 'Asia/Ho_Chi_Minh')::date`;
const midnight = (date: SQL): SQL => sql`(${date}::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
const listOf = (rows: SQL): SQL => sql`(select coalesce(json_agg(one), '[]') from (${rows}) as one)`;

/**
 * What the leadership sees at a glance: who holds what, how old it is, and how the weeks went. Late is what the reports
 * count as late: it stays so, whatever became of the case since. One statement, so that its parts agree; the answers
 * come from sums by day and agency that follow the standings (`answerCounts`), however many there are.
 * @param moments the first week begins with the day of `weeksSince`.
 */
export async function overviewAt(
  db: Executor,
  moments: Readonly<Record<'now' | 'soon' | 'since' | 'weeksSince', Date>>
): Promise<OverviewRows> {
  const at = (name: keyof typeof moments) => sql`${moments[name].toISOString()}::timestamptz`;
  const [rows] = await db.execute(sql`
    with pending as materialized (
      select lead_agency as agency, category, overdue, urgency, ${day(sql`received_at`)} as received_on
      from cases where open
    ),
    answers as materialized (
      select settled_on, agency, sum(answered) as answered, sum(late) as late
      from answer_counts
      where settled_on >= least(${day(at('since'))}, ${day(at('weeksSince'))})
      group by settled_on, agency
    ),
    days as materialized (select settled_on, sum(answered) as answered, sum(late) as late from answers group by settled_on),
    weeks as (
      select first::date as first, (first + interval '1 week')::date as next
      from generate_series(${day(at('weeksSince'))}::timestamp, ${day(at('now'))}::timestamp, interval '1 week') as first
    )
    select ${listOf(sql`
      select agency, sum(open)::int as open, sum(overdue)::int as overdue, sum(due_soon)::int as "dueSoon",
        sum(answered)::int as answered, sum(answered - late)::int as "onTime"
      from (
        select agency, 1 as open, overdue::int as overdue,
          (not overdue and urgency <= ${at('soon')})::int as due_soon, 0 as answered, 0 as late
        from pending
        union all
        select agency, 0, 0, 0, answered, late from answers where settled_on >= ${day(at('since'))}
      ) as said
      group by agency order by overdue desc, open desc, agency`)} as agencies,
    ${listOf(sql`
      select ${day(at('now'))} - received_on as days, count(*)::int as cases
      from pending group by 1 order by 1`)} as ages,
    ${listOf(sql`
      select first::text as from, received::int, answered::int, late::int
      from weeks
      cross join lateral (
        select count(*) as received from cases
        where received_at >= ${midnight(sql`first`)} and received_at < ${midnight(sql`next`)}
      ) as came
      cross join lateral (
        select coalesce(sum(answered), 0) as answered, coalesce(sum(late), 0) as late from days
        where settled_on >= first and settled_on < next
      ) as went
      order by first`)} as weeks,
    ${listOf(sql`
      select category, agency, count(*)::int as cases, count(*) filter (where overdue)::int as overdue
      from pending group by category, agency order by category, agency`)} as matrix`);
  return rows as unknown as OverviewRows;
}
