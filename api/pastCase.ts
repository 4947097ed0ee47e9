import type { CaseRow } from '../db/cases';
import { rowOf } from '../db/caseRow';
import { recordOf } from '../db/recorded';
import type { Instant } from '../domain/time';
import type { ApiContext } from './context';
import { Problem } from './problems';

/** The case as it was known at a moment: by what had been recorded then. @throws Problem 404 before its first event. */
export async function pastCase({ db }: ApiContext, code: string, asOf: Instant): Promise<CaseRow> {
  const record = await recordOf(db, code);
  const row = rowOf(
    code,
    record.filter(({ event }) => event.recordedAt <= asOf)
  );
  if (row === undefined) throw new Problem('no-such-case', { detail: 'The case was not known yet.' });
  return row;
}
