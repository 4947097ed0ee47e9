import { databaseUrlFrom } from '../secretFiles';
import { migrate } from './migrate';

/**
 * `npm run db:migrate`: brings the database of `DATABASE_URL` (or `DATABASE_URL_FILE`), as its owner, to the schema of this
 * version, and gives `SERVICE_ROLE`, where one is named, the rights of the service.
 */
async function main(): Promise<void> {
  const databaseUrl = databaseUrlFrom(process.env);
  await migrate(databaseUrl, process.env['SERVICE_ROLE'] ?? null);
  process.stdout.write('The database has the schema of this version.\n');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
