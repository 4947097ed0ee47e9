import type { z } from 'zod';
import type { CaseFilter } from '../db/caseConditions';
import { fault } from '../domain/faults';
import { isStaff, type Actor } from '../domain/roles';
import { dateOf, type Instant, type LocalDate } from '../domain/time';
import { openFilters, type caseFilters } from '../inputs/list';
import { assertPast } from './asOf';
import { dueBefore, dueFrom } from './due';
import { invalidInput } from '../http/problems';

type Given = Partial<z.output<typeof caseFilters>>;

/** Earlier than anything on record. */
const EVER: LocalDate = '1900-01-01';

/**
 * The filters of a query as the database takes them.
 * @throws Problem 422 where it asks for what is not known yet, or for what the administration keeps to itself
 */
export function caseFilterOf(given: Given, { role }: Actor, now: Instant): CaseFilter {
  if (!isStaff(role)) assertOpen(given);
  const { due, dueAfter, figure, from, through, asOf, ...filter } = given;
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

function assertOpen(given: Given): void {
  const kept = Object.keys(given).filter((name) => !openFilters.some((open) => open === name));
  if (kept.length > 0) throw invalidInput(kept.map((name) => fault(`/${name}`, 'staffOnly', 'is for staff')));
}
