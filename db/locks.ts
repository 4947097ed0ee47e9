import { sql } from 'drizzle-orm';
import type { Executor } from './database';

/**
 * The locks of the service: any numbers that differ. They stay while processes of two versions run beside each other.
 * Files are locked in the same space, by 64 bits of their hash (`attachments.ts`), far from these.
 */
export const locks = {
  migration: 7_207_321,
  calendar: 7_207_322,
  administration: 7_207_323,
  sealing: 7_207_324,
  zaloTokens: 7_207_341,
} as const;

type Lock = keyof typeof locks;

/** Waits for a lock and holds it until the transaction ends. */
export const hold = (tx: Executor, lock: Lock) => tx.execute(sql`select pg_advisory_xact_lock(${locks[lock]})`);

/** The same beside others who hold it so, while nobody holds it alone. */
export const holdShared = (tx: Executor, lock: Lock) =>
  tx.execute(sql`select pg_advisory_xact_lock_shared(${locks[lock]})`);

/** The same until the connection ends. */
export const holdOnConnection = (db: Executor, lock: Lock) => db.execute(sql`select pg_advisory_lock(${locks[lock]})`);
