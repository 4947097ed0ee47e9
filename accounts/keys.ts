import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { Problem, validated } from '../http/problems';
import type { Executor } from './database';
import { newKeyInput } from './inputs';
import { person } from './person';
import type { Principal } from '../http/principal';
import { accountKeys, accounts } from './schema';

/** What is known of a key once it has been handed out. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly lastUsedAt: Date | null;
}

const presented = {
  id: accountKeys.id,
  name: accountKeys.name,
  scopes: accountKeys.scopes,
  createdAt: accountKeys.createdAt,
  endedAt: accountKeys.endedAt,
  lastUsedAt: accountKeys.lastUsedAt,
};

/** A key is 256 random bits, so that a plain hash keeps it and nobody can guess it. */
const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url');

/** Keys by which other systems act. Only accounts of the role `integration` have any. */
export function createKeys(db: Executor) {
  /** The key itself is told this once. Throws 404 for an unknown account, 409 for a person's. */
  async function create(accountId: string, input: unknown): Promise<ApiKey & { key: string }> {
    const { name, scopes } = validated(newKeyInput, input);
    const [owner] = await db.select({ role: accounts.role }).from(accounts).where(eq(accounts.id, accountId));
    if (owner === undefined) throw new Problem('account-not-found');
    if (owner.role !== 'integration') throw new Problem('not-an-integration');
    const key = `pakn_${randomBytes(32).toString('base64url')}`;
    const row = { id: randomUUID(), accountId, name, scopes, hash: hashOf(key) };
    const [created] = await db.insert(accountKeys).values(row).returning(presented);
    if (created === undefined) throw new Error('the new API key was not returned');
    return { ...created, key };
  }

  async function list(accountId: string): Promise<ApiKey[]> {
    return db
      .select(presented)
      .from(accountKeys)
      .where(eq(accountKeys.accountId, accountId))
      .orderBy(asc(accountKeys.createdAt));
  }

  /** Ends the key at once. Ending it twice changes nothing. */
  async function end(accountId: string, id: string): Promise<void> {
    const stillOpen = and(eq(accountKeys.id, id), eq(accountKeys.accountId, accountId), isNull(accountKeys.endedAt));
    await db
      .update(accountKeys)
      .set({ endedAt: sql`now()` })
      .where(stillOpen);
  }

  /** Ends all keys of an account. */
  async function endAll(accountId: string): Promise<void> {
    await db
      .update(accountKeys)
      .set({ endedAt: sql`now()` })
      .where(and(eq(accountKeys.accountId, accountId), isNull(accountKeys.endedAt)));
  }

  const noteUse = (hash: string) =>
    db
      .update(accountKeys)
      .set({ lastUsedAt: sql`now()` })
      .where(eq(accountKeys.hash, hash));

  const usedJustNow = sql<boolean>`coalesce(${accountKeys.lastUsedAt} > now() - interval '1 minute', false)`;
  const live = db
    .select({ ...person, scopes: accountKeys.scopes, noted: usedJustNow })
    .from(accountKeys)
    .innerJoin(accounts, eq(accounts.id, accountKeys.accountId))
    .where(
      and(
        eq(accountKeys.hash, sql.placeholder('hash')),
        isNull(accountKeys.endedAt),
        eq(accounts.disabled, false),
        eq(accounts.role, 'integration')
      )
    )
    .prepare('live_key');

  async function principalOf(key: string): Promise<Principal | undefined> {
    const hash = hashOf(key);
    const [found] = await live.execute({ hash });
    if (found === undefined) return undefined;
    const { noted, ...asking } = found;
    if (!noted) await noteUse(hash);
    return { ...asking, via: 'apiKey' };
  }

  return { create, list, end, endAll, principalOf };
}

export type Keys = ReturnType<typeof createKeys>;
