import { and, eq, gte, isNull, lte, or, sql, type Column, type SQL } from 'drizzle-orm';
import { NONE, type ListedFigureName, type Period } from '../domain/figures';
import type { Channel } from '../domain/inputs';
import type { Instant } from '../domain/time';
import { caseStandings } from './schema/standings';

/** Which cases. `none` stands for no lead agency yet, or no category. */
export interface Kind {
  readonly lead?: string | undefined;
  readonly category?: string | undefined;
  readonly channel?: Channel | undefined;
}

const { recordedAt, supersededAt, receivedOn, settledOn, answered, lateAfter, returnedOn, disputedOn } = caseStandings;

/** The standings that were the latest known at a moment: one for each case. */
export const knownAt = (moment: Instant): SQL =>
  sql`(${recordedAt} <= ${moment} and (${supersededAt} is null or ${supersededAt} > ${moment}))`;

/** Rows of cases, or of their standings, that are of a kind. */
export const ofKind = (
  columns: Readonly<Record<'agency' | 'category' | 'channel', Column>>,
  { lead, category, channel }: Kind
): SQL | undefined => {
  const is = (column: Column, value: string | undefined) =>
    value === undefined ? undefined : value === NONE ? isNull(column) : eq(column, value);
  return and(is(columns.agency, lead), is(columns.category, category), is(columns.channel, channel));
};

/** Owed at some time of the period, or received in it: each is counted once among what became of them. */
export const concerned = ({ from, through }: Period): SQL =>
  sql`(${lte(receivedOn, through)} and ${or(isNull(settledOn), gte(settledOn, from))})`;

/** Answered, or not to be answered any more, within the period. */
const settled = ({ from, through }: Period): SQL => sql`${settledOn} between ${from} and ${through}`;

export const answeredWithin = (period: Period): SQL => sql`(${settled(period)} and ${answered})`;

/** What a figure counts. Reports and the lists behind them ask by these words alone, so that they never disagree. */
export function counted(figure: ListedFigureName, period: Period): SQL {
  const { from, through } = period;
  const owed = sql`${receivedOn} <= ${through} and (${settledOn} is null or ${settledOn} > ${through})`;
  const isLate = sql`coalesce(${lateAfter} <= ${through}, false)`;
  switch (figure) {
    case 'carriedOver':
      return sql`(${concerned(period)} and ${receivedOn} < ${from})`;
    case 'received':
      return sql`(${receivedOn} between ${from} and ${through})`;
    case 'onTime':
      return sql`(${answeredWithin(period)} and ${lateAfter} is null)`;
    case 'late':
      return sql`(${settled(period)} and ${lateAfter} is not null)`;
    case 'endedUnanswered':
      return sql`(${settled(period)} and not ${answered} and ${lateAfter} is null)`;
    case 'inTerm':
      return sql`(${owed} and not ${isLate})`;
    case 'runningLate':
      return sql`(${owed} and ${isLate})`;
    case 'returned':
      return anyWithin(returnedOn, period);
    case 'disputed':
      return anyWithin(disputedOn, period);
    case 'answered':
      return answeredWithin(period);
    case 'answeredLate':
      return sql`(${answeredWithin(period)} and ${lateAfter} is not null)`;
  }
}

/** Most cases have no such day, which is found out without looking at any. */
const anyWithin = (days: Column, { from, through }: Period): SQL =>
  sql`(${days} <> '{}' and exists (select from unnest(${days}) as day where day between ${from} and ${through}))`;
