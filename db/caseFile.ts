import type { CaseEvent } from '../domain/case';
import { reveal } from '../record/personal';
import type { Inclusion } from '../record/roots';
import type { RecordedCase } from '../record/verify';
import { attachmentsOf } from './attachments';
import { casesOf, type CaseRow } from './cases';
import type { Database } from './database';
import { withJointPublications } from './jointPublications';
import { noticesOf } from './notices';
import { inOneMoment } from './oneMoment';
import { chainOf } from './recorded';
import { inclusionOf } from './roots';
import { together } from './together';

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

/** As it stands at one moment: no part of it is later than another. */
export const caseFile = (db: Database, code: string): Promise<CaseFile> =>
  inOneMoment(db, async (tx) => {
    const [rows, { links, personal }, notices, attachments, proof] = await together([
      casesOf(tx, [code]),
      chainOf(tx, code),
      noticesOf(tx, code),
      attachmentsOf(tx, code),
      inclusionOf(tx, code),
    ]);
    const [row] = await withJointPublications(tx, rows);
    const last = links.at(-1);
    if (row === undefined || last === undefined) throw new Error(`case ${code} has no record`);
    return {
      row,
      events: links.map(({ event }) => reveal(event, personal)),
      notices,
      attachments,
      record: { code, head: { seq: last.seq, hash: last.hash }, links, personal },
      proof: proof ?? null,
    };
  });
