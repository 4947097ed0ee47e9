import { inArray } from 'drizzle-orm';
import type { Colleague } from '../domain/delegation';
import type { Database } from './database';
import { accounts } from './schema';

/** What delegations rest on of these accounts, by their ids; those that do not exist are left out. */
export async function colleaguesOf(
  db: Pick<Database, 'select'>,
  ids: readonly string[]
): Promise<ReadonlyMap<string, Colleague>> {
  const rows = await db
    .select({ id: accounts.id, role: accounts.role, agency: accounts.agency, disabled: accounts.disabled })
    .from(accounts)
    .where(inArray(accounts.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}
