import type { z } from 'zod';
import { addDays, dateOf, endOf, toMillis, type Instant } from '../domain/time';
import type { caseFilters } from '../inputs/list';

type Due = z.output<typeof caseFilters>['due'];

/** The moment before which the deadlines end that a list is narrowed to; undefined where it is not. */
export function dueBefore(due: Due, now: Instant): Date | undefined {
  if (due === undefined) return undefined;
  if (due === 'late') return new Date(toMillis(now) + 1);
  const today = dateOf(now);
  const lastDay = due === 'today' ? today : due === 'week' ? addDays(today, 7) : due;
  return new Date(toMillis(endOf(lastDay)) + 1);
}
