import { claimAttachments, countInCase, usesOf } from '../db/attachments';
import type { Fault } from '../domain/case';
import type { Actor } from '../domain/roles';
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
 * case has named before.
 * @param caseCode null where the case is about to begin.
 */
export async function attachmentFaults(
  { db, attachments }: ApiContext,
  actor: Actor,
  caseCode: string | null,
  named: readonly Named[]
): Promise<Fault[]> {
  if (named.length === 0) return [];
  const ids = named.map(({ id }) => id);
  const claimed = new Map((await claimAttachments(db, ids)).map((file) => [file.id, file]));
  const faults: Fault[] = [];
  for (const [index, { id, path }] of named.entries()) {
    const file = claimed.get(id);
    const mine = file !== undefined && (file.uploadedBy === actor.id || (await usedIn(caseCode, id)));
    if (!mine) faults.push({ path, code: 'unknown', message: 'is no file that you have uploaded' });
    else if (ids.indexOf(id) < index) faults.push({ path, code: 'duplicate', message: 'is named twice' });
  }
  const kept = caseCode === null ? 0 : await countInCase(db, caseCode);
  if (kept + ids.length > attachments.perCase)
    faults.push({
      path: named[0]?.path ?? '',
      code: 'tooMany',
      message: `a case holds ${String(attachments.perCase)} files; this one has ${String(kept)}`,
    });
  return faults;

  async function usedIn(code: string | null, id: string): Promise<boolean> {
    return code !== null && (await usesOf(db, id)).some((use) => use.caseCode === code);
  }
}
