import type { Executor } from './database';
import { hold } from './locks';

/** Runs an administrative act in a transaction, one act at a time: what it has checked still holds when it writes. */
export const administer = <Tx extends Executor, T>(
  db: { transaction<R>(work: (tx: Tx) => Promise<R>): Promise<R> },
  act: (tx: Tx) => Promise<T>
): Promise<T> =>
  db.transaction(async (tx) => {
    await hold(tx, 'administration');
    return act(tx);
  });
