import type { CaseEvent } from '../domain/case';
import { reveal } from '../record/personal';
import type { Inclusion } from '../record/roots';
import type { RecordedCase } from '../record/verify';
import { attachmentsOf } from './attachments';
import { attemptsOf, type AttemptRow } from './attempts';
import { casesOf, type CaseRow } from './cases';
import { correctionsOf, type Correction } from './contacts';
import type { Database } from './database';
import { withJointPublications } from './jointPublications';
import { noticesOf, type NoticeOfCase } from './notices';
import { tasksOf, type NoticeTask } from './noticeTasks';
import { inOneMoment } from './oneMoment';
import { chainOf } from './recorded';
import { inclusionOf } from './roots';
import { together } from './together';

/** Everything that is kept of a case, for printing it and for verifying it elsewhere (R1.4, R5). */
export interface CaseFile {
  readonly row: CaseRow;
  readonly events: readonly CaseEvent[];
  readonly notices: readonly NoticeOfCase[];
  readonly attempts: readonly AttemptRow[];
  readonly tasks: readonly NoticeTask[];
  /** What was mended of the submitter's addresses. */
  readonly corrections: readonly Correction[];
  readonly attachments: Awaited<ReturnType<typeof attachmentsOf>>;
  readonly record: RecordedCase;
  /** That a daily root includes it; null before the first one after its submission. */
  readonly proof: Inclusion | null;
}

/** As it stands at one moment: no part of it is later than another. */
export const caseFile = (db: Database, code: string): Promise<CaseFile> =>
  inOneMoment(db, async (tx) => {
    const [rows, { links, personal }, notices, attempts, tasks, corrections, attachments, proof] = await together([
      casesOf(tx, [code]),
      chainOf(tx, code),
      noticesOf(tx, code),
      attemptsOf(tx, code),
      tasksOf(tx, code),
      correctionsOf(tx, code),
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
      attempts,
      tasks,
      corrections,
      attachments,
      record: { code, head: { seq: last.seq, hash: last.hash }, links, personal },
      proof: proof ?? null,
    };
  });
