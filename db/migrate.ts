import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { openDatabase } from './database';

/** Any number will do, as long as nothing else in this database locks on it. */
const MIGRATION_LOCK = 7_207_321;

/** Brings the database to the schema of this version. Processes that start together wait for the first one's lock. */
export async function migrate(url: string): Promise<void> {
  const { db, close } = openDatabase(url, { max: 1 });
  try {
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await applyMigrations(db, { migrationsFolder: join(__dirname, 'migrations') });
  } finally {
    await close();
  }
}
