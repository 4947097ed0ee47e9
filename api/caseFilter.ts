import type { z } from 'zod';
import type { CaseFilter } from '../db/caseConditions';
import { dateOf, type Instant, type LocalDate } from '../domain/time';
import type { caseFilters } from '../inputs/list';
import { assertPast } from './asOf';
import { dueBefore, dueFrom } from './due';

type Given = Partial<z.output<typeof caseFilters>>;

/** Earlier than anything on record. */
const EVER: LocalDate = '1900-01-01';

/** The filters of a query as the database takes them. @throws Problem 422 where it asks for what is not known yet. */
export function caseFilterOf(
  { due, dueAfter, figure, from, through, asOf, ...filter }: Given,
  now: Instant
): CaseFilter {
  const known = assertPast(asOf, now);
  const counts = [figure, from, through, known].some((given) => given !== undefined);
  return {
    ...filter,
    dueBefore: dueBefore(due, now),
    dueFrom: dueFrom(due, dueAfter, now),
    figure: counts
      ? {
          name: figure ?? 'received',
          period: { from: from ?? EVER, through: through ?? dateOf(now) },
          asOf: known ?? now,
        }
      : undefined,
  };
}
