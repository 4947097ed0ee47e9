import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { openDatabase, type Database } from './database';
import { holdOnConnection } from './locks';
import { grantRights } from './rights';

const migrationsFolder = join(__dirname, 'migrations');

/**
 * Brings the database to the schema of this version. Processes that start together wait for the first one's lock. Where
 * the service's role may create nothing, the owner has migrated before, and it is only looked whether that was so.
 * @param role a role that gets the rights of the service.
 * @throws Error where the schema is older, and the role may not change it.
 */
export async function migrate(url: string, role: string | null = null): Promise<void> {
  const { db, close } = openDatabase(url, { max: 1 });
  try {
    if (!(await mayCreate(db))) {
      await assertMigrated(db);
      return;
    }
    await holdOnConnection(db, 'migration');
    await applyMigrations(db, { migrationsFolder });
    if (role !== null) await grantRights(db, role);
  } finally {
    await close();
  }
}

async function mayCreate(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ may: boolean }>(
    sql`select has_database_privilege(current_database(), 'CREATE') as may`
  );
  return row?.may === true;
}

async function assertMigrated(db: Database): Promise<void> {
  const latest = readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
  const [row] = await db.execute<{ at: string | null }>(
    sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`
  );
  if (Number(row?.at ?? 0) < latest)
    throw new Error('the database has an older schema: its owner runs `npm run db:migrate` first');
}
