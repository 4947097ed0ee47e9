import type { Request } from 'express';
import { dateOf, type Instant, type LocalDate } from '../domain/time';
import { viewQuery } from '../inputs/registers';
import { validated } from '../http/problems';

/** Which day of a register is asked for, and as it was known when; null for as it is known now. */
export interface View {
  readonly day: LocalDate;
  readonly knownAt: Instant | null;
}

/** Reads `?on=` and `?asOf=`. Without a day it is that of the moment asked about. */
export function viewOf(request: Request, now: Instant): View {
  const { on, asOf } = validated(viewQuery, request.query);
  return { day: on ?? dateOf(asOf ?? now), knownAt: asOf ?? null };
}
