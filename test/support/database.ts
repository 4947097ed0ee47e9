import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { fromSetup } from './environment';

export interface TestDatabase {
  url: string;
  /** Removes the database, whoever is still connected to it. */
  drop(): Promise<void>;
}

/** Creates an empty database for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(fromSetup('TEST_DATABASE_URL'));
  await asAdmin((sql) => sql`CREATE DATABASE ${sql(name)}`);
  url.pathname = name;
  return {
    url: url.href,
    drop: () => asAdmin((sql) => sql`DROP DATABASE ${sql(name)} WITH (FORCE)`),
  };
}

async function asAdmin(statement: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(fromSetup('TEST_DATABASE_URL'), { max: 1 });
  try {
    await statement(sql);
  } finally {
    await sql.end();
  }
}
