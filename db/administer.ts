import { sql } from 'drizzle-orm';
import type { Executor } from './database';

/** Any number will do, as long as nothing else in this database locks on it. */
export const ADMINISTRATION_LOCK = 7_207_323;

/** Runs an administrative act in a transaction, one act at a time: what it has checked still holds when it writes. */
export const administer = <Tx extends Executor, T>(
  db: { transaction<R>(work: (tx: Tx) => Promise<R>): Promise<R> },
  act: (tx: Tx) => Promise<T>
): Promise<T> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${ADMINISTRATION_LOCK})`);
    return act(tx);
  });
