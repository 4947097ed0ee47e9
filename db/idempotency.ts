import { and, eq, sql } from 'drizzle-orm';
import { builtOnce, type Database } from './database';
import { idempotencyKeys } from './schema';

export type KeptAnswer = typeof idempotencyKeys.$inferSelect & { readonly repeated: boolean };

const take = builtOnce((db) =>
  db
    .insert(idempotencyKeys)
    .values({
      actor: sql.placeholder('actor'),
      key: sql.placeholder('key'),
      requestHash: sql.placeholder('requestHash'),
      caseCode: sql.placeholder('caseCode'),
    })
    .onConflictDoNothing()
    .returning()
    .prepare('take_idempotency_key')
);

/**
 * Takes a client's key for one request, before anything is done under it. A key that was taken before comes back as it
 * stands: with its request's hash, the case code that it reserved, and its answer once there is one.
 */
export async function takeKey(
  db: Database,
  claim: { actor: string; key: string; requestHash: string; caseCode: string | null }
): Promise<KeptAnswer> {
  const [taken] = await take(db).execute(claim);
  if (taken !== undefined) return { ...taken, repeated: false };
  const [earlier] = await db.select().from(idempotencyKeys).where(ofClaim(claim));
  if (earlier === undefined) throw new Error('an idempotency key vanished while it was taken');
  return { ...earlier, repeated: true };
}

/** Keeps what was answered, for whoever asks again under the key. */
export async function keepAnswer(
  db: Database,
  claim: { actor: string; key: string },
  answer: { status: number; body: unknown }
): Promise<void> {
  await db.update(idempotencyKeys).set(answer).where(ofClaim(claim));
}

const ofClaim = ({ actor, key }: { actor: string; key: string }) =>
  and(eq(idempotencyKeys.actor, actor), eq(idempotencyKeys.key, key));
