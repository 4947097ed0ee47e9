import { count } from 'drizzle-orm';
import type { Status } from '../domain/statuses';
import type { Instant } from '../domain/time';
import type { Executor } from './database';
import { knownAt } from './figureConditions';
import { caseStandings } from './schema/standings';

/** How many cases stood alike at a moment. */
export interface FigureRow {
  readonly status: Status;
  /** The lead agency; null before there is one. */
  readonly agency: string | null;
  /** Whether the term to answer had run out. */
  readonly overdue: boolean;
  readonly cases: number;
}

/** How the cases stood at a moment, by what had been recorded then. */
export function figuresAt(db: Executor, moment: Instant): Promise<FigureRow[]> {
  const { status, agency, overdue } = caseStandings;
  return db
    .select({ status, agency, overdue, cases: count() })
    .from(caseStandings)
    .where(knownAt(moment))
    .groupBy(status, agency, overdue)
    .orderBy(status, agency, overdue);
}
