import { migrate } from './migrate';

/** `npm run db:migrate`: brings the database of `DATABASE_URL` to the schema of this version, as every process does at its start. */
async function main(): Promise<void> {
  const databaseUrl = process.env['DATABASE_URL'];
  if (databaseUrl === undefined) throw new Error('set DATABASE_URL');
  await migrate(databaseUrl);
  process.stdout.write('The database has the schema of this version.\n');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
