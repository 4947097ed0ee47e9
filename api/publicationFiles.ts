import { REDACTION } from '../attachments/redact/run';
import { claimAttachments, findAttachment, isCopyPublished, usesOf, type Attachment } from '../db/attachments';
import type { CaseRow } from '../db/cases';
import type { Database } from '../db/database';
import type { Fault } from '../domain/case';
import { fault } from '../domain/faults';
import type { Actor } from '../domain/roles';
import { kindsKnownIn, type FindingKind, type Person } from '../redaction';
import type { Named } from './namedAttachments';

/** More text than this is not looked through: such a copy is not published. */
const LONGEST_TEXT = 2_000_000;

/** What a copy for publication still tells of a case's submitter. */
export const tracesOf = (copy: Attachment, submitter: Person): FindingKind[] =>
  kindsKnownIn(copy.text ?? '', submitter);

/** Whether what lay under a black box may still be read in a copy: each page of a PDF is a picture only since `REDACTION`. */
export const isOutdated = ({ type, redaction }: Attachment): boolean =>
  type === 'application/pdf' && redaction !== REDACTION;

/** What is wrong with the files of a publication: each is a copy for publication that tells nothing of the submitter (S7). */
export async function publicationFileFaults(
  db: Database,
  actor: Actor,
  row: CaseRow,
  submitter: Person,
  named: readonly Named[]
): Promise<Fault[]> {
  if (named.length === 0) return [];
  const ids = named.map(({ id }) => id);
  const claimed = new Map((await claimAttachments(db, ids)).map((file) => [file.id, file]));
  const faults: Fault[] = [];
  for (const [index, { id, path }] of named.entries()) {
    const found = await faultOf(claimed.get(id));
    if (found !== null) faults.push({ path, ...found });
    else if (ids.indexOf(id) < index) faults.push(fault(path, 'duplicate', 'is named twice'));
  }
  return faults;

  async function faultOf(copy: Attachment | undefined): Promise<Omit<Fault, 'path'> | null> {
    if (copy?.redactedFrom == null || !(await belongs(copy.redactedFrom)))
      return { code: 'noCopy', message: 'is no copy for publication of a file of this case, or of your own' };
    if (isOutdated(copy))
      return { code: 'outdatedCopy', message: 'was made before each page became a picture: make it anew' };
    if ((copy.text?.length ?? 0) > LONGEST_TEXT)
      return { code: 'tooLong', message: 'has too much text to be looked through for personal data' };
    const traces = tracesOf(copy, submitter);
    return traces.length === 0
      ? null
      : { code: 'personalData', message: `tells of the submitter: ${traces.join(', ')}` };
  }

  /** Of a file that no act names, such as one that was blacked out: its uploader may publish it, later on whoever corrects. */
  async function belongs(original: string): Promise<boolean> {
    const uses = await usesOf(db, original);
    if (uses.length > 0) return uses.some(({ caseCode }) => caseCode === row.code);
    return (
      (await findAttachment(db, original))?.uploadedBy === actor.id || (await isCopyPublished(db, original, row.code))
    );
  }
}
