import { sql } from 'drizzle-orm';
import type { Status } from '../domain/statuses';
import type { Instant } from '../domain/time';
import type { Executor } from './database';

/** How many cases stood alike at a moment. */
export interface FigureRow {
  readonly status: Status;
  /** The lead agency; null before there is one. */
  readonly agency: string | null;
  /** Whether the term to answer had run out. */
  readonly overdue: boolean;
  readonly cases: number;
}

/**
 * How the cases stood at a moment, by what had been recorded then. Cases that have not changed since are counted by
 * their rows; of the others, the changes that their events carry are read.
 */
export async function figuresAt(db: Executor, moment: Instant): Promise<FigureRow[]> {
  const rows = await db.execute<{ status: Status; agency: string | null; overdue: boolean; cases: number }>(sql`
    with moved_on as (
      select distinct case_code from case_events where recorded_at > ${moment}
    ), changed as (
      select
        (array_agg(event #>> '{changes,status}' order by seq desc)
          filter (where event -> 'changes' ? 'status'))[1] as status,
        (array_agg(event #>> '{changes,lead,agency}' order by seq desc)
          filter (where event -> 'changes' ? 'lead'))[1] as agency,
        (array_agg(event #>> '{changes,terms,answerBy,phase}' order by seq desc)
          filter (where event #> '{changes,terms}' ? 'answerBy'))[1] = 'lapsed' as overdue
      from case_events
      where recorded_at <= ${moment} and case_code in (select case_code from moved_on)
      group by case_code
    ), unchanged as (
      select status, lead_agency as agency, overdue from cases
      where code not in (select case_code from moved_on)
    )
    select status, agency, overdue, count(*)::int as cases
    from (select * from changed union all select * from unchanged) as stood
    group by status, agency, overdue
    order by status, agency, overdue
  `);
  return [...rows];
}
