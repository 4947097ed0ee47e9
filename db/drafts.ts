import { and, asc, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { DISMISSED_KEPT_DAYS } from '../domain/drafts';
import type { Database } from './database';
import { heldByDraft } from './heldByDraft';
import { attachments } from './schema/attachments';
import { drafts, isUnsettled } from './schema/drafts';

export type Draft = typeof drafts.$inferSelect;
export type NewDraft = Omit<Draft, 'caseCode' | 'settledAt' | 'settledBy' | 'reason'>;

/** What is left of a message once it tells of nobody. */
export const untold = { sender: null, senderName: null, subject: null, text: '', faults: [] } satisfies Partial<Draft>;

/** Whether a message was taken in before. */
export async function isTaken(db: Database, source: Draft['source'], messageKey: string): Promise<boolean> {
  const found = await db
    .select({ id: drafts.id })
    .from(drafts)
    .where(and(eq(drafts.source, source), eq(drafts.messageKey, messageKey)));
  return found.length > 0;
}

/** Keeps a message once. Answers whether it was new. */
export async function addDraft(db: Database, draft: NewDraft): Promise<boolean> {
  const added = await db.insert(drafts).values(draft).onConflictDoNothing().returning({ id: drafts.id });
  return added.length > 0;
}

/** The draft of an id, whatever became of it. */
export async function findDraft(db: Database, id: string): Promise<Draft | undefined> {
  const [row] = await db.select().from(drafts).where(eq(drafts.id, id));
  return row;
}

/** Drafts of a status, the longest waiting first. */
export function listDrafts(
  db: Database,
  { status, source }: { status: Draft['status']; source?: Draft['source'] | undefined },
  after: { receivedAt: Date; id: string } | null,
  limit: number
): Promise<Draft[]> {
  const beyond =
    after === null
      ? undefined
      : or(
          gt(drafts.receivedAt, after.receivedAt),
          and(eq(drafts.receivedAt, after.receivedAt), gt(drafts.id, after.id))
        );
  return db
    .select()
    .from(drafts)
    .where(and(eq(drafts.status, status), source === undefined ? undefined : eq(drafts.source, source), beyond))
    .orderBy(asc(drafts.receivedAt), asc(drafts.id))
    .limit(limit);
}

const unsettled = (id: string) => and(eq(drafts.id, id), isUnsettled(drafts.status));

/** Reserves the code of the case that a draft becomes, the same however often it is tried; undefined once it is settled. */
export async function reserveCase(db: Database, id: string, code: string): Promise<string | undefined> {
  const [row] = await db
    .update(drafts)
    .set({ caseCode: sql`coalesce(${drafts.caseCode}, ${code})` })
    .where(unsettled(id))
    .returning({ code: drafts.caseCode });
  return row?.code ?? undefined;
}

/** Gives the files of a draft to whoever makes a case of it, so that their act may name them. Answers which there are. */
export async function handFilesTo(db: Database, draft: Draft, account: string): Promise<string[]> {
  const rows = await db
    .update(attachments)
    .set({ uploadedBy: account, claimedAt: sql`now()` })
    .where(inArray(attachments.id, [...draft.attachments, draft.original]))
    .returning({ id: attachments.id });
  return rows.map(({ id }) => id);
}

type Settlement = Pick<Draft, 'settledAt' | 'settledBy'>;

/** Notes the case that has come of a draft. It outweighs that somebody has dismissed the draft in the same moment. */
export async function noteCase(db: Database, id: string, caseCode: string, settlement: Settlement): Promise<void> {
  await db
    .update(drafts)
    .set({ status: 'submitted', caseCode, reason: null, ...settlement })
    .where(and(eq(drafts.id, id), ne(drafts.status, 'submitted')));
}

/** Settles a draft of which no case came; undefined where it is settled, or where somebody has begun a case since it was read. */
export async function dismissDraft(
  db: Database,
  { id, caseCode }: Draft,
  dismissal: Settlement & Pick<Draft, 'reason'>
): Promise<Draft | undefined> {
  const [row] = await db
    .update(drafts)
    .set({ status: 'dismissed', caseCode: null, ...dismissal })
    .where(and(unsettled(id), caseCode === null ? isNull(drafts.caseCode) : eq(drafts.caseCode, caseCode)))
    .returning();
  return row;
}

/** Takes what tells of people out of messages that were dismissed longer ago than they are kept: they became no case. */
export async function forgetDismissed(db: Database): Promise<void> {
  await db
    .update(drafts)
    .set(untold)
    .where(
      and(
        eq(drafts.status, 'dismissed'),
        lt(drafts.settledAt, sql`now() - make_interval(days => ${DISMISSED_KEPT_DAYS})`),
        ne(drafts.text, '')
      )
    );
}

/** Whether a file came with a message that waits for the Office. */
export async function isInDraft(db: Database, attachment: string): Promise<boolean> {
  const [row] = await db.execute<{ held: boolean }>(sql`select ${heldByDraft(sql`${attachment}`)} as held`);
  return row?.held === true;
}
