import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { migrate } from '../../db/migrate';
import { fromSetup } from './environment';

export interface TestDatabase {
  /** As its owner. */
  url: string;
  /** Removes the database, whoever is still connected to it. */
  drop(): Promise<void>;
}

/** Migrates a test database and opens it to a role that has the rights of the service, and no more; answers its address. */
export async function asService({ url }: TestDatabase): Promise<string> {
  const address = new URL(url);
  const role = `service_${address.pathname.slice(1)}`;
  const password = randomUUID();
  await asAdmin((sql) => sql.unsafe(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`));
  await migrate(url, role);
  address.username = role;
  address.password = password;
  return address.href;
}

/** Creates an empty database for one test file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(fromSetup('TEST_DATABASE_URL'));
  await asAdmin((sql) => sql`CREATE DATABASE ${sql(name)}`);
  url.pathname = name;
  return {
    url: url.href,
    drop: () =>
      asAdmin(async (sql) => {
        await sql`DROP DATABASE ${sql(name)} WITH (FORCE)`;
        await sql`DROP ROLE IF EXISTS ${sql(`service_${name}`)}`;
      }),
  };
}

async function asAdmin(statement: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(fromSetup('TEST_DATABASE_URL'), { max: 1, onnotice: () => undefined });
  try {
    await statement(sql);
  } finally {
    await sql.end();
  }
}
