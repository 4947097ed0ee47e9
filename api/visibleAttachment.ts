import type { Request } from 'express';
import { findAttachment, seqOfPublishedAnswer, usesOf, type Attachment, type AttachmentUse } from '../db/attachments';
import { findCase } from '../db/cases';
import { isInDraft } from '../db/drafts';
import type { Database } from '../db/database';
import { maySee } from '../domain/capacities';
import { isStaff, type Actor } from '../domain/roles';
import { mayReadType } from './presentEvent';
import { Problem } from '../http/problems';

/**
 * The file of the path. Its uploader may have it until an act has named it; from then on, whoever may read that act.
 * @throws Problem 404 where there is none, also where it is not the actor's to see: nobody learns what files there are.
 */
export async function visibleAttachment(db: Database, request: Request, actor: Actor): Promise<Attachment> {
  const found = await findAttachment(db, String(request.params['id']));
  if (found === undefined || !(await maySeeFile(db, found, actor))) throw new Problem('no-such-attachment');
  return found;
}

async function maySeeFile(db: Database, file: Attachment, actor: Actor): Promise<boolean> {
  const uses = await usesOf(db, file.id);
  if (uses.length === 0 && file.uploadedBy === actor.id) return true;
  for (const use of uses) if (await mayReadUse(db, use, actor)) return true;
  if (actor.role === 'reception' && (await isInDraft(db, file.id))) return true;
  const original = file.redactedFrom !== null && isStaff(actor.role) ? file.redactedFrom : undefined;
  const copied = original === undefined ? undefined : await findAttachment(db, original);
  return copied !== undefined && maySeeFile(db, copied, actor);
}

/** Whether the actor may read the act that named a file. */
export async function mayReadUse(db: Database, use: AttachmentUse, actor: Actor): Promise<boolean> {
  const row = await findCase(db, use.caseCode);
  if (row === undefined || !maySee(row.state, actor)) return false;
  if (use.act !== 'answer') return mayReadType(use.act, actor);
  return isStaff(actor.role) || use.seq === (await seqOfPublishedAnswer(db, use.caseCode));
}
