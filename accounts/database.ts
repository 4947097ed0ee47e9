import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { Executor as Statements } from '../db/database';
import * as tables from './schema';

/** The tables under the names that the library has for them. */
export const models = {
  user: tables.accounts,
  session: tables.accountSessions,
  account: tables.accountLogins,
  verification: tables.accountVerifications,
};

/** Reads and writes the tables of accounts over the process's own connections. */
export const openDatabase = (sql: Sql) => drizzle(sql, { schema: models });

export type Database = ReturnType<typeof openDatabase>;

/** A transaction, or the database itself. */
export type Executor = Statements & Pick<Database, 'transaction'>;
