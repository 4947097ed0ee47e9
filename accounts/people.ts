import { and, asc, eq, inArray } from 'drizzle-orm';
import { staffRoles } from '../domain/roles';
import type { Database } from './database';
import { accounts } from './schema';

/** What people are called, also those who have left. Ids that are no account's have no name. */
export const createNames =
  (db: Database) =>
  async (ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    if (ids.length === 0) return new Map();
    const named = { id: accounts.id, name: accounts.name };
    const rows = await db
      .select(named)
      .from(accounts)
      .where(inArray(accounts.id, [...ids]));
    return new Map(rows.map(({ id, name }) => [id, name]));
  };

/** More than work in a province's administration on petitions. */
const MOST_PEOPLE = 5_000;

/** Those who work on cases, by name; of some agencies, or of all. Nothing by which to reach them. */
export const createPeople = (db: Database) => (agencies: readonly string[] | null) =>
  db
    .select({ id: accounts.id, name: accounts.name, role: accounts.role, agency: accounts.agency })
    .from(accounts)
    .where(
      and(
        eq(accounts.disabled, false),
        inArray(accounts.role, staffRoles),
        agencies === null ? undefined : inArray(accounts.agency, [...agencies])
      )
    )
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(MOST_PEOPLE);
