import type { z } from 'zod';
import { addDays, dateOf, endOf, toMillis, type Instant, type LocalDate } from '../domain/time';
import type { caseFilters } from '../inputs/list';

type Due = z.output<typeof caseFilters>['due'];

/** The moment before which the deadlines end that a list is narrowed to; undefined where it is not. */
export function dueBefore(due: Due, now: Instant): Date | undefined {
  if (due === undefined) return undefined;
  if (due === 'late') return afterMoment(now);
  const today = dateOf(now);
  if (due === 'today' || due === 'todayOnly') return afterDay(today);
  return afterDay(due === 'week' ? addDays(today, 7) : due);
}

/** The moment from which on they end; undefined where any do that end before. */
export function dueFrom(due: Due, dueAfter: LocalDate | undefined, now: Instant): Date | undefined {
  const froms = [
    ...(due === 'todayOnly' ? [afterMoment(now)] : []),
    ...(dueAfter === undefined ? [] : [afterDay(dueAfter)]),
  ];
  return froms.toSorted((a, b) => b.getTime() - a.getTime())[0];
}

/** The first moment after another one, and so after the end of a day of the province. */
const afterMoment = (moment: Instant): Date => new Date(toMillis(moment) + 1);
const afterDay = (day: LocalDate): Date => afterMoment(endOf(day));
