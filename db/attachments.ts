import { and, asc, countDistinct, desc, eq, inArray, lt, not, notExists, sql, type SQL } from 'drizzle-orm';
import type { CaseEvent } from '../domain/case';
import type { Database, Executor } from './database';
import { heldByDraft } from './heldByDraft';
import { caseEvents } from './schema';
import { attachments, attachmentUses } from './schema/attachments';

export type Attachment = typeof attachments.$inferSelect;
export type AttachmentUse = typeof attachmentUses.$inferSelect;

/** Named by no act, and by no message that waits for the Office. */
const unused = (db: Executor) =>
  and(
    notExists(
      db
        .select({ one: sql`1` })
        .from(attachmentUses)
        .where(eq(attachmentUses.attachmentId, attachments.id))
    ),
    not(heldByDraft(sql`${attachments.id}`))
  );

/** Last claimed longer ago than so many days. */
const claimedBefore = (days: number): SQL => lt(attachments.claimedAt, sql`now() - make_interval(days => ${days})`);

/** Holds the content of one hash for the rest of the transaction, so that it does not come and go at once. */
const holdContent = (tx: Executor, sha256: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`);

/** The file of which somebody made a copy was erased meanwhile. */
export class OriginalErased extends Error {}

/** An erasure of the file comes before this or after, and takes the copy with it. @throws OriginalErased */
async function holdOriginal(tx: Executor, id: string): Promise<void> {
  const [original] = await tx
    .select({ uploadedBy: attachments.uploadedBy })
    .from(attachments)
    .where(eq(attachments.id, id))
    .for('share');
  if (original === undefined || original.uploadedBy === '') throw new OriginalErased('The file was erased.');
}

/**
 * Adds a file and has its content put in place. Its row comes first: what is on its way is not removed with another file
 * of the same content, and no connection waits for the store. What cannot be placed counts as long unused.
 * @throws OriginalErased
 */
export async function addAttachment(
  db: Database,
  attachment: Omit<Attachment, 'claimedAt'>,
  place: () => Promise<void>
): Promise<Attachment> {
  const added = await db.transaction(async (tx) => {
    if (attachment.redactedFrom !== null) await holdOriginal(tx, attachment.redactedFrom);
    await holdContent(tx, attachment.sha256);
    const [row] = await tx
      .insert(attachments)
      .values({ ...attachment, claimedAt: sql`now()` })
      .returning();
    if (row === undefined) throw new Error('an attachment vanished while it was added');
    return row;
  });
  try {
    await place();
  } catch (error) {
    await db
      .update(attachments)
      .set({ claimedAt: new Date(0) })
      .where(eq(attachments.id, added.id));
    throw error;
  }
  return added;
}

export async function findAttachment(db: Database, id: string): Promise<Attachment | undefined> {
  const [row] = await db.select().from(attachments).where(eq(attachments.id, id));
  return row;
}

/** How many files of an account wait for an act, and have not waited for so many days. */
export const countUnused = (db: Database, uploadedBy: string, days: number): Promise<number> =>
  db.$count(attachments, and(eq(attachments.uploadedBy, uploadedBy), not(claimedBefore(days)), unused(db)));

/** Looks files up that an act is about to name, and keeps them from being removed until it has. */
export function claimAttachments(db: Database, ids: readonly string[]): Promise<Attachment[]> {
  return db
    .update(attachments)
    .set({ claimedAt: sql`now()` })
    .where(inArray(attachments.id, [...ids]))
    .returning();
}

/** Puts on record which files an event names. */
export async function addUses(tx: Executor, caseCode: string, event: CaseEvent): Promise<void> {
  const named = [...new Set(namedIn(event))];
  if (named.length === 0) return;
  const uses = named.map((attachmentId) => ({ attachmentId, caseCode, seq: event.seq, act: event.type }));
  await tx.insert(attachmentUses).values(uses).onConflictDoNothing();
}

function namedIn({ type, data }: CaseEvent): readonly string[] {
  const evidence = type === 'submit' && data.receiptEvidence !== null ? [data.receiptEvidence] : [];
  return 'attachments' in data ? [...data.attachments, ...evidence] : evidence;
}

/** The acts that named a file, whatever the case. */
export const usesOf = (db: Database, attachmentId: string): Promise<AttachmentUse[]> =>
  db.select().from(attachmentUses).where(eq(attachmentUses.attachmentId, attachmentId));

/** Whether a publication of a case has named a copy of a file. */
export async function isCopyPublished(db: Database, original: string, caseCode: string): Promise<boolean> {
  const [published] = await db
    .select({ one: sql`1` })
    .from(attachmentUses)
    .innerJoin(attachments, eq(attachments.id, attachmentUses.attachmentId))
    .where(
      and(
        eq(attachments.redactedFrom, original),
        eq(attachmentUses.caseCode, caseCode),
        inArray(attachmentUses.act, ['publish', 'republish'])
      )
    )
    .limit(1);
  return published !== undefined;
}

/** The files of a case, with the act that named each, in the order of the acts. */
export const attachmentsOf = (db: Executor, caseCode: string) =>
  db
    .select({ file: attachments, use: attachmentUses })
    .from(attachmentUses)
    .innerJoin(attachments, eq(attachments.id, attachmentUses.attachmentId))
    .where(eq(attachmentUses.caseCode, caseCode))
    .orderBy(asc(attachmentUses.seq), asc(attachments.name), asc(attachments.id));

/** How many files the acts of a case have named. */
export async function countInCase(db: Database, caseCode: string): Promise<number> {
  const [row] = await db
    .select({ count: countDistinct(attachmentUses.attachmentId) })
    .from(attachmentUses)
    .where(eq(attachmentUses.caseCode, caseCode));
  return row?.count ?? 0;
}

/**
 * The number of the agency's answer that the latest publication was of: a later one is still to be checked (R9.1), and
 * one that the leadership decided otherwise was never published (R10.2).
 */
export async function seqOfPublishedAnswer(db: Database, caseCode: string): Promise<number | undefined> {
  const rows = await db
    .select({ seq: caseEvents.seq, type: caseEvents.type, outcome: sql`${caseEvents.event} -> 'data' ->> 'outcome'` })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseCode, caseCode), inArray(caseEvents.type, ['answer', 'decide', 'publish'])))
    .orderBy(desc(caseEvents.seq));
  const publication = rows.find(({ type }) => type === 'publish');
  const answers = rows.filter(({ type, outcome }) => type === 'answer' || outcome === 'answer');
  const published = answers.find(({ seq }) => seq < (publication?.seq ?? 0));
  return published?.type === 'answer' ? published.seq : undefined;
}

/** The copies for publication that were made of files, by the file, the latest first. */
export async function copiesOf(db: Database, ids: readonly string[]): Promise<(id: string) => Attachment[]> {
  const copies = await db
    .select()
    .from(attachments)
    .where(inArray(attachments.redactedFrom, [...ids]))
    .orderBy(desc(attachments.uploadedAt));
  return (id) => copies.filter(({ redactedFrom }) => redactedFrom === id);
}

/** Files that no act has named for so many days. */
export const longUnused = (db: Database, days: number): Promise<{ id: string; sha256: string }[]> =>
  db
    .select({ id: attachments.id, sha256: attachments.sha256 })
    .from(attachments)
    .where(and(claimedBefore(days), unused(db)));

/** Removes a file that is still unused, and its content where no other file has the same. */
export async function removeUnused(
  db: Database,
  { id, sha256 }: { id: string; sha256: string },
  days: number,
  removeContent: () => Promise<void>
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await holdContent(tx, sha256);
    const removed = await tx
      .delete(attachments)
      .where(and(eq(attachments.id, id), claimedBefore(days), unused(tx)))
      .returning({ id: attachments.id });
    if (removed.length === 0) return false;
    const [same] = await tx
      .select({ id: attachments.id })
      .from(attachments)
      .where(eq(attachments.sha256, sha256))
      .limit(1);
    if (same === undefined) await removeContent();
    return true;
  });
}
