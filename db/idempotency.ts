import { and, eq, getTableColumns, lt, sql } from 'drizzle-orm';
import { builtOnce, type Database } from './database';
import { idempotencyKeys } from './schema';

/** A client's key as it was taken. */
export interface TakenKey {
  /** Of what was asked under it. */
  readonly requestHash: string;
  /** The code that it reserves for a new case. */
  readonly caseCode: string | null;
  /** It was taken before. */
  readonly repeated: boolean;
}

/**
 * The key of an act does not wait for the disk. What the act puts on record comes after it in the same log of PostgreSQL,
 * so that a key is never lost without all that was done under it.
 */
const atEaseForAnAct = sql<string | null>`
  case when ${idempotencyKeys.caseCode} is null then set_config('synchronous_commit', 'off', true) end`;

const take = builtOnce((db) =>
  db
    .insert(idempotencyKeys)
    .values({
      actor: sql.placeholder('actor'),
      key: sql.placeholder('key'),
      requestHash: sql.placeholder('requestHash'),
      caseCode: sql.placeholder('caseCode'),
      about: sql.placeholder('about'),
    })
    .onConflictDoNothing()
    .returning({ ...getTableColumns(idempotencyKeys), atEase: atEaseForAnAct })
    .prepare('take_idempotency_key')
);

/**
 * Takes a client's key for one request, before anything is done under it. One that was taken before comes back as it
 * stands. One that reserves a code is on disk before the answer: a case may have been begun under it in Temporal alone.
 */
export async function takeKey(
  db: Database,
  claim: { actor: string; key: string; requestHash: string; caseCode: string | null; about: string | null }
): Promise<TakenKey> {
  const [taken] = await take(db).execute(claim);
  if (taken !== undefined) return { ...taken, repeated: false };
  const [earlier] = await db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actor, claim.actor), eq(idempotencyKeys.key, claim.key)));
  if (earlier === undefined) throw new Error('an idempotency key vanished while it was taken');
  return { ...earlier, repeated: true };
}

/** Reserves a code under a key that was taken for an act on a case, which that case has left no time for; the same however often. */
export async function reserveCode(
  db: Database,
  { actor, key }: { actor: string; key: string },
  code: string
): Promise<string> {
  const [row] = await db
    .update(idempotencyKeys)
    .set({ caseCode: sql`coalesce(${idempotencyKeys.caseCode}, ${code})` })
    .where(and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key)))
    .returning({ code: idempotencyKeys.caseCode });
  if (row?.code == null) throw new Error('an idempotency key vanished while a code was reserved under it');
  return row.code;
}

/** The key under which what somebody asks stands on record. */
export const recordedKey = (actor: string, key: string): string => `${actor}/${key}`;

/** The same of each row. */
export const recordedKeyOfRow = sql<string>`${idempotencyKeys.actor} || '/' || ${idempotencyKeys.key}`;

/** For how long a client may send the same again under its key. */
export const KEYS_KEPT_DAYS = 90;

export async function purgeKeys(db: Database): Promise<void> {
  await db
    .delete(idempotencyKeys)
    .where(lt(idempotencyKeys.createdAt, sql`now() - ${KEYS_KEPT_DAYS} * interval '1 day'`));
}
