import type { CaseRow } from '../db/cases';
import { pastCase } from '../db/pastCases';
import { fault } from '../domain/faults';
import type { Instant } from '../domain/time';
import type { ApiContext } from './context';
import { invalidInput, Problem } from '../http/problems';

/** @throws Problem 422 for a moment that is still to come: nobody knows yet what will be known then. */
export function assertPast(asOf: Instant | undefined, now: Instant): Instant | undefined {
  if (asOf !== undefined && asOf > now) throw invalidInput([fault('/asOf', 'inTheFuture', `it is ${now} now`)]);
  return asOf;
}

/** The case as it was known at a moment: by what had been recorded then. @throws Problem 404 before its first event. */
export async function caseAsOf({ db }: ApiContext, now: CaseRow, asOf: Instant): Promise<CaseRow> {
  const row = await pastCase(db, now, ({ recordedAt }) => recordedAt <= asOf);
  if (row === undefined) throw new Problem('no-such-case', { detail: 'The case was not known yet.' });
  return row;
}
