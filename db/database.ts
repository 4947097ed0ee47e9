import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;
/** A transaction, or the database itself. */
export type Executor = Pick<
  Database,
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute'
>;

export interface OpenDatabase {
  readonly db: Database;
  readonly sql: postgres.Sql;
  readonly close: () => Promise<void>;
}

/** Opens a pool of connections. They are made when first used, and again after an outage. */
export function openDatabase(url: string, { max = 10 }: { max?: number } = {}): OpenDatabase {
  const sql = postgres(url, { max, onnotice: () => undefined, connection: { TimeZone: 'UTC' } });
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}
