import { and, asc, eq, inArray, notInArray } from 'drizzle-orm';
import type { Database } from './database';
import { accounts } from './schema';

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
        notInArray(accounts.role, ['submitter', 'integration']),
        agencies === null ? undefined : inArray(accounts.agency, [...agencies])
      )
    )
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(MOST_PEOPLE);
