import { and, eq } from 'drizzle-orm';
import { Problem } from '../http/problems';
import type { Database } from './database';
import { accounts } from './schema';

/**
 * While somebody's act waited for another one, that may have taken their own rights from them.
 * @throws Problem 403
 */
export async function assertAdministrator(db: Pick<Database, 'select'>, id: string): Promise<void> {
  const [account] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, id), eq(accounts.role, 'admin'), eq(accounts.disabled, false)));
  if (account === undefined) throw new Problem('forbidden');
}
