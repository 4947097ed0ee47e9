import type { LocalDate } from './time';

/** From one day through another. */
export interface Period {
  readonly from: LocalDate;
  readonly through: LocalDate;
}

/**
 * What a report counts in a period. `carriedOver` and `received` come in; each of these cases is found once among
 * `onTime`, `late`, `endedUnanswered`, `inTerm` and `runningLate`. A case may be `returned` or `disputed` besides.
 */
export const figureNames = [
  'carriedOver',
  'received',
  'onTime',
  'late',
  'endedUnanswered',
  'inTerm',
  'runningLate',
  'returned',
  'disputed',
] as const;

export type FigureName = (typeof figureNames)[number];

/** What a list may be asked for besides: the answers of a period, and those of them that came late. */
export const listedFigureNames = [...figureNames, 'answered', 'answeredLate'] as const;

export type ListedFigureName = (typeof listedFigureNames)[number];

/** By what a report tells its rows apart. */
export const groupings = ['agency', 'category', 'channel'] as const;
export type Grouping = (typeof groupings)[number];

/** Stands in queries for cases that have no lead agency yet, or no category. */
export const NONE = 'none';
