import { and, eq, inArray, isNotNull, isNull, notExists, notInArray, or, sql } from 'drizzle-orm';
import type { CaseEvent } from '../domain/case';
import { SERVICE } from '../domain/roles';
import { rowOf } from './caseRow';
import type { Executor } from './database';
import { untold } from './drafts';
import { recordedKeyOfRow } from './idempotency';
import { muteSubmitter } from './notices';
import { recordOf } from './recorded';
import { caseEvents, cases, idempotencyKeys } from './schema';
import { attachments, attachmentUses } from './schema/attachments';
import { drafts } from './schema/drafts';
import { contactCorrections, messagePreferences, noticeTasks } from './schema/messages';
import { publications } from './schema/publications';
import { casePersonal } from './schema/record';
import { senderReferences } from './schema/senders';

/**
 * Takes what an erasure on record names out of every table. Contents of files are left to the purge, which takes what is
 * long unused. A table that keeps texts of people belongs here too; a test looks through all of them.
 */
export async function erase(
  tx: Executor,
  code: string,
  { at, data: { erased, files } }: Extract<CaseEvent, { type: 'erase' }>
): Promise<void> {
  await eraseTexts(tx, code, erased);
  await eraseFiles(tx, code, files);
  await eraseTraces(tx, code, new Date(at));
  await projectAnew(tx, code, files, new Date(at));
}

async function eraseTexts(
  tx: Executor,
  code: string,
  erased: readonly { seq: number; field: string }[]
): Promise<void> {
  for (const { seq, field } of erased)
    await tx
      .delete(casePersonal)
      .where(and(eq(casePersonal.caseCode, code), eq(casePersonal.seq, seq), eq(casePersonal.field, field)));
}

/** What no other case names is nobody's from now on, and long unused: the purge takes it. */
async function eraseFiles(tx: Executor, code: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const ids = [...files];
  const used = tx
    .select({ one: sql`1` })
    .from(attachmentUses)
    .where(eq(attachmentUses.attachmentId, attachments.id));
  // Waits for copies that are just being made of them, and sees those.
  await tx.select({ id: attachments.id }).from(attachments).where(inArray(attachments.id, ids)).for('update');
  await tx
    .delete(attachmentUses)
    .where(and(eq(attachmentUses.caseCode, code), inArray(attachmentUses.attachmentId, ids)));
  await tx
    .update(attachments)
    .set({ name: '', text: null, uploadedBy: '', claimedAt: new Date(0) })
    .where(and(or(inArray(attachments.id, ids), inArray(attachments.redactedFrom, ids)), notExists(used)));
}

/**
 * What was kept beside the record: the marks of what was asked, notes on letters, wishes of somebody without an
 * account, the message that the case was made from, the mark of what a connected system sent. Nobody is left to be told
 * anything, or to have an address mended.
 */
async function eraseTraces(tx: Executor, code: string, at: Date): Promise<void> {
  await eraseMarks(tx, code);
  await tx
    .update(noticeTasks)
    .set({ closedAt: at, closedBy: SERVICE })
    .where(and(eq(noticeTasks.caseCode, code), isNull(noticeTasks.closedAt)));
  await tx.update(noticeTasks).set({ note: null }).where(eq(noticeTasks.caseCode, code));
  await muteSubmitter(tx, code);
  await tx.delete(contactCorrections).where(eq(contactCorrections.caseCode, code));
  await tx
    .update(drafts)
    .set({ ...untold, messageKey: sql`'erased/' || ${drafts.id}` })
    .where(eq(drafts.caseCode, code));
  await tx.update(senderReferences).set({ contentHash: '' }).where(eq(senderReferences.caseCode, code));
  await tx.delete(messagePreferences).where(eq(messagePreferences.subject, `case/${code}`));
}

/**
 * The marks by which a request is known again, also one that was refused: of a short text, such as a telephone number,
 * whoever tries enough finds it. That of the erasure itself stays, so that it can be asked for once more, and that of what
 * became a case of its own is that case's.
 */
async function eraseMarks(tx: Executor, code: string): Promise<void> {
  const erasures = tx
    .select({ key: caseEvents.key })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseCode, code), isNotNull(caseEvents.key), eq(caseEvents.type, 'erase')));
  const opened = tx
    .select({ one: sql`1` })
    .from(cases)
    .where(eq(cases.code, idempotencyKeys.caseCode));
  await tx
    .delete(idempotencyKeys)
    .where(
      or(
        eq(idempotencyKeys.caseCode, code),
        and(eq(idempotencyKeys.about, code), notInArray(recordedKeyOfRow, erasures), notExists(opened))
      )
    );
}

/** The row as the record tells it without what was erased, and the same of what is public: whoever keeps a copy of the page asks anew. */
async function projectAnew(tx: Executor, code: string, files: readonly string[], at: Date): Promise<void> {
  const row = rowOf(code, await recordOf(tx, code));
  if (row === undefined) throw new Error(`case ${code} has no record`);
  const { code: _code, sealedSeq: _sealed, calendar: _generated, publicationNumber: _number, ...columns } = row;
  const without = (ids: readonly string[]): string[] => ids.filter((id) => !files.includes(id));
  await tx
    .update(cases)
    .set({
      ...columns,
      submitterAccount: null,
      attachments: without(row.attachments),
      publishedAttachments: without(row.publishedAttachments),
    })
    .where(eq(cases.code, code));
  await tx
    .update(publications)
    .set({
      changedAt: at,
      title: row.publishedTitle,
      content: row.publishedContent,
      answer: row.publishedAnswer ?? '',
      attachments: without(row.publishedAttachments),
    })
    .where(and(eq(publications.caseCode, code), isNotNull(publications.publishedAt)));
}
