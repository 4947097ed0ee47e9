import { findCase, type CaseRow } from '../db/cases';
import type { Database } from '../db/database';
import { caseCode } from '../inputs/submission';
import { Problem } from '../http/problems';

/** Of no case; as long as a code. */
const NO_CODE = 'NONE-0000-0000-0000-0000';

/** The case of a code that somebody may have guessed. @throws Problem 404 where there is none. */
export async function trackedCase(db: Database, text: string): Promise<CaseRow> {
  const code = caseCode.safeParse(text);
  // What is no code is looked up as well: the time of the answer tells no more than the answer.
  const row = await findCase(db, code.success ? code.data : NO_CODE);
  if (row === undefined) throw new Problem('no-such-case');
  return row;
}
