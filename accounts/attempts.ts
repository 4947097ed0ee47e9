import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { eq, lt, sql } from 'drizzle-orm';
import { Problem } from '../api/problems';
import type { Database } from './database';
import { accountAttempts } from './schema';

/** How many tries each one has within a window of so many seconds. */
export interface AttemptLimits {
  readonly perAccount: number;
  readonly perAddress: number;
  readonly windowSeconds: number;
}

/** A whole agency may stand behind one address, so an address has far more tries than an account. */
export const usualLimits: AttemptLimits = { perAccount: 10, perAddress: 100, windowSeconds: 15 * 60 };

type Purpose = 'sign-in' | 'sign-up' | 'forgot-password' | 'reset-password';

/** One thing that is tried: for what, on which account, from which address. */
export interface Attempt {
  readonly purpose: Purpose;
  readonly email?: string;
  readonly address: string;
}

/**
 * Counts tries in the database, so that every API process sees the same. A try is counted before it is made:
 * a thousand guesses in parallel get no more answers than a thousand in a row.
 */
export function createAttempts(db: Database, limits: AttemptLimits) {
  const ended = sql`${accountAttempts.endsAt} <= now()`;
  const windowEnd = sql`now() + make_interval(secs => ${limits.windowSeconds})`;

  /** The window starts with the first try and is never prolonged: whoever is locked out gets in again. */
  async function count(key: string, max: number): Promise<void> {
    const [row] = await db
      .insert(accountAttempts)
      .values({ key, count: 1, endsAt: windowEnd })
      .onConflictDoUpdate({
        target: accountAttempts.key,
        set: {
          count: sql`case when ${ended} then 1 else ${accountAttempts.count} + 1 end`,
          endsAt: sql`case when ${ended} then ${windowEnd} else ${accountAttempts.endsAt} end`,
        },
      })
      .returning({
        count: accountAttempts.count,
        secondsLeft: sql<number>`ceil(extract(epoch from ${accountAttempts.endsAt} - now()))::int`,
      });
    if (row !== undefined && row.count > max) throw new Problem('too-many-attempts', { retryAfter: row.secondsLeft });
  }

  /** Throws a 429 that says when to come back. */
  async function take({ purpose, email, address }: Attempt): Promise<void> {
    await count(addressKey(purpose, address), limits.perAddress);
    if (email !== undefined) await count(accountKey(purpose, email), limits.perAccount);
  }

  async function forget(purpose: Purpose, email: string): Promise<void> {
    await db.delete(accountAttempts).where(eq(accountAttempts.key, accountKey(purpose, email)));
  }

  /** The try was right: it does not count against its address, and the account starts afresh. */
  async function succeed({ purpose, email, address }: Required<Attempt>): Promise<void> {
    await forget(purpose, email);
    await db
      .update(accountAttempts)
      .set({ count: sql`greatest(${accountAttempts.count} - 1, 0)` })
      .where(eq(accountAttempts.key, addressKey(purpose, address)));
  }

  return { take, succeed, forget };
}

export type Attempts = ReturnType<typeof createAttempts>;

/** Forgets windows that have ended. */
export const purgeAttempts = (db: Database) => db.delete(accountAttempts).where(lt(accountAttempts.endsAt, sql`now()`));

const hashed = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url');
const accountKey = (purpose: Purpose, email: string) => hashed(purpose, 'account', email);
const addressKey = (purpose: Purpose, address: string) => hashed(purpose, 'address', network(address));

/** One household or office holds a whole /64 of IPv6; IPv4 often arrives dressed as IPv6. */
function network(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(bare)) return bare;
  const [head, tail] = new URL(`http://[${bare}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(8 - (head?.length ?? 0) - (tail?.length ?? 0)).fill('0');
  return [...(head ?? []), ...zeros].slice(0, 4).join(':');
}
