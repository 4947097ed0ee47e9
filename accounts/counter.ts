import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { and, eq, gte, lt, not, sql } from 'drizzle-orm';
import { Problem } from '../http/problems';
import type { ProblemType } from '../http/problemTypes';
import type { Executor } from '../db/database';
import type { Database } from './database';
import { accountAttempts } from './schema';

interface Counting {
  /** How much it counts. */
  readonly by?: number;
  readonly refusal?: ProblemType;
}

/**
 * Counts what may be done so often within a window, in the database, so that every API process sees the same. A window
 * starts with the first time and is never prolonged: whoever is locked out gets in again.
 */
export function createCounter(db: Executor) {
  const ended = sql`${accountAttempts.endsAt} <= now()`;
  const secondsLeft = sql<number>`ceil(extract(epoch from ${accountAttempts.endsAt} - now()))::int`;
  const full = (key: string, max: number) =>
    db
      .select({ endsAt: accountAttempts.endsAt, secondsLeft })
      .from(accountAttempts)
      .where(and(eq(accountAttempts.key, key), gte(accountAttempts.count, max), not(ended)));

  /** Counts once more, or `by` more. @returns the seconds until the window ends where that is too often, otherwise null */
  async function counted(key: string, max: number, windowSeconds: number, by = 1): Promise<number | null> {
    const windowEnd = sql`now() + make_interval(secs => ${windowSeconds})`;
    const [row] = await db
      .insert(accountAttempts)
      .values({ key, count: by, endsAt: windowEnd })
      .onConflictDoUpdate({
        target: accountAttempts.key,
        set: {
          count: sql`case when ${ended} then ${by}::int else ${accountAttempts.count} + ${by}::int end`,
          endsAt: sql`case when ${ended} then ${windowEnd} else ${accountAttempts.endsAt} end`,
        },
      })
      .returning({ count: accountAttempts.count, secondsLeft });
    return row !== undefined && row.count > max ? row.secondsLeft : null;
  }

  return {
    /** @throws Problem 429 that says when to come back. */
    count: async (
      key: string,
      max: number,
      windowSeconds: number,
      { by, refusal = 'too-many-attempts' }: Counting = {}
    ): Promise<void> => {
      const retryAfter = await counted(key, max, windowSeconds, by);
      if (retryAfter !== null) throw new Problem(refusal, { retryAfter });
    },

    /** The same for what nobody waits for: whether it is not too often yet. */
    allows: async (key: string, max: number, windowSeconds: number): Promise<boolean> =>
      (await counted(key, max, windowSeconds)) === null,

    /** Refuses what `count` would refuse, and counts nothing. @throws Problem 429 */
    refuseHeld: async (key: string, max: number): Promise<void> => {
      const [row] = await full(key, max);
      if (row !== undefined) throw new Problem('too-many-attempts', { retryAfter: row.secondsLeft });
    },

    /** What was counted beforehand turned out not to count. */
    takeBack: async (key: string): Promise<void> => {
      await db
        .update(accountAttempts)
        .set({ count: sql`greatest(${accountAttempts.count} - 1, 0)` })
        .where(eq(accountAttempts.key, key));
    },

    /** When the window ends in which nothing more may be done; null where something may. */
    heldUntil: async (key: string, max: number): Promise<Date | null> => {
      const [row] = await full(key, max);
      return row?.endsAt ?? null;
    },

    forget: async (key: string): Promise<void> => {
      await db.delete(accountAttempts).where(eq(accountAttempts.key, key));
    },
  };
}

/** Forgets windows that have ended. */
export const purgeAttempts = (db: Database) => db.delete(accountAttempts).where(lt(accountAttempts.endsAt, sql`now()`));

export const hashed = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url');

export const addressKey = (purpose: string, address: string) => hashed(purpose, 'address', network(address));

/** One household or office holds a whole /64 of IPv6; IPv4 often arrives dressed as IPv6. */
function network(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%[^]*$/, '');
  if (!isIPv6(bare)) return bare;
  const [head, tail] = new URL(`http://[${bare}]`).hostname
    .slice(1, -1)
    .split('::')
    .map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(8 - (head?.length ?? 0) - (tail?.length ?? 0)).fill('0');
  return [...(head ?? []), ...zeros].slice(0, 4).join(':');
}
