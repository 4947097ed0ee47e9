import { fault } from '../domain/faults';
import type { Instant } from '../domain/time';
import { invalidInput } from './problems';

/** @throws Problem 422 for a moment that is still to come: nobody knows yet what will be known then. */
export function assertPast(asOf: Instant | undefined, now: Instant): Instant | undefined {
  if (asOf !== undefined && asOf > now) throw invalidInput([fault('/asOf', 'inTheFuture', `it is ${now} now`)]);
  return asOf;
}
