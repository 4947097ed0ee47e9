import { claimAttachments, countInCase, usesOf, type Attachment } from '../db/attachments';
import type { CaseRow } from '../db/cases';
import { attachmentLimitsOf, attachmentLimitsOn } from '../db/policies';
import { beyondLimits, type AttachmentLimits } from '../domain/attachmentLimits';
import type { Fault } from '../domain/case';
import { fault } from '../domain/faults';
import type { Actor } from '../domain/roles';
import { dateOf } from '../domain/time';
import type { ApiContext } from './context';

/** A file that an input names, and where. */
export interface Named {
  readonly id: string;
  readonly path: string;
}

/** The files of an input's list, each at its place. */
export const listed = (ids: readonly string[], path = '/attachments'): Named[] =>
  ids.map((id, index) => ({ id, path: `${path}/${String(index)}` }));

/**
 * What is wrong with the files that an act names: an act may name what its actor uploaded, and what an act of the same
 * case has named before. A case keeps the limits of the policy that it was received under.
 * @param of null where the case is about to begin: its files were held against the policy of the day they came.
 * @param known files that the act may name whoever has uploaded them.
 */
export async function attachmentFaults(
  { db, now }: ApiContext,
  actor: Actor,
  of: CaseRow | null,
  named: readonly Named[],
  known: readonly string[] = []
): Promise<Fault[]> {
  if (named.length === 0) return [];
  const ids = named.map(({ id }) => id);
  const claimed = new Map((await claimAttachments(db, ids)).map((file) => [file.id, file]));
  const limits =
    of === null ? await attachmentLimitsOn(db, dateOf(now())) : await attachmentLimitsOf(db, of.state.policy);
  const faults: Fault[] = [];
  let added = 0;
  for (const [index, { id, path }] of named.entries()) {
    const file = claimed.get(id);
    const used = of !== null && (await usesOf(db, id)).some(({ caseCode }) => caseCode === of.code);
    if (file === undefined || !(used || file.uploadedBy === actor.id || known.includes(id)))
      faults.push(fault(path, 'unknown', 'is no file that you have uploaded'));
    else if (ids.indexOf(id) < index) faults.push(fault(path, 'duplicate', 'is named twice'));
    else if (!used) {
      added += 1;
      if (of !== null) faults.push(...faultsOfFile(file, limits, path));
    }
  }
  const kept = of === null ? 0 : await countInCase(db, of.code);
  if (kept + added > limits.perCase)
    faults.push(
      fault(
        named[0]?.path ?? '',
        'tooMany',
        `a case holds ${String(limits.perCase)} files; this one has ${String(kept)}`
      )
    );
  return faults;
}

function faultsOfFile(file: Attachment, limits: AttachmentLimits, path: string): Fault[] {
  switch (beyondLimits(file, limits)) {
    case 'tooLarge':
      return [fault(path, 'tooLarge', `has more than ${String(limits.maxBytes)} bytes`)];
    case 'typeNotAllowed':
      return [fault(path, 'typeNotAllowed', `is ${file.type}; allowed are ${limits.types.join(', ')}`)];
    case null:
      return [];
  }
}

/** The files that an act names, where it can name any. */
export const filesOfAct = (asked: object) =>
  'attachments' in asked ? listed(asked.attachments as readonly string[]) : [];
