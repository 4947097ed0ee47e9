import type { z } from 'zod';
import { addDays, dateOf, endOf, toMillis, type Instant, type LocalDate } from '../domain/time';
import type { caseFilters } from '../inputs/list';

type Due = z.output<typeof caseFilters>['due'];

/** The moment before which the deadlines end that a list is narrowed to; undefined where it is not. */
export function dueBefore(due: Due, now: Instant): Date | undefined {
  if (due === undefined) return undefined;
  if (due === 'late') return new Date(toMillis(now) + 1);
  const today = dateOf(now);
  return afterDay(due === 'today' ? today : due === 'week' ? addDays(today, 7) : due);
}

/** The first moment after a day of the province. */
export const afterDay = (day: LocalDate): Date => new Date(toMillis(endOf(day)) + 1);
