import { assertAdministrator } from '../accounts/administrator';
import { administer } from '../db/administer';
import type { Database, Executor } from '../db/database';

/** Runs an act of an administrator, who must be one still when its turn comes. @throws Problem 403 */
export const administerAs = <T>(db: Database, by: string, act: (tx: Executor) => Promise<T>): Promise<T> =>
  administer(db, async (tx) => {
    await assertAdministrator(tx, by);
    return act(tx);
  });
