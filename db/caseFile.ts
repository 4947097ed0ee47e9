import type { CaseEvent } from '../domain/case';
import { reveal } from '../record/personal';
import type { Inclusion } from '../record/roots';
import type { RecordedCase } from '../record/verify';
import { attachmentsOf } from './attachments';
import type { CaseRow } from './cases';
import type { Database } from './database';
import { noticesOf } from './notices';
import { linksOf, personalOf } from './recorded';
import { inclusionOf } from './roots';

/** Everything that is kept of a case, for printing it and for verifying it elsewhere (R1.4, R5). */
export interface CaseFile {
  readonly row: CaseRow;
  readonly events: readonly CaseEvent[];
  readonly notices: Awaited<ReturnType<typeof noticesOf>>;
  readonly attachments: Awaited<ReturnType<typeof attachmentsOf>>;
  readonly record: RecordedCase;
  /** That a daily root includes it; null before the first one after its submission. */
  readonly proof: Inclusion | null;
}

export async function caseFile(db: Database, row: CaseRow): Promise<CaseFile> {
  const { code } = row;
  const [links, personal, notices, attachments, proof] = await Promise.all([
    linksOf(db, code),
    personalOf(db, code),
    noticesOf(db, code),
    attachmentsOf(db, code),
    inclusionOf(db, code),
  ]);
  const last = links.at(-1);
  if (last === undefined) throw new Error(`case ${code} has no record`);
  return {
    row,
    events: links.map(({ event }) => reveal(event, personal)),
    notices,
    attachments,
    record: { code, head: { seq: last.seq, hash: last.hash }, links, personal },
    proof: proof ?? null,
  };
}
