import { accountsConfigFrom, createAccounts } from '../../accounts';
import { createSampleAccounts } from '../../accounts/samples';
import { openDatabase } from '../../db/database';
import { migrate } from '../../db/migrate';
import { seedVersions } from '../../db/registers';
import { sampleAgencies } from '../../sample/agencies';

/** Fills a database with the sample province's agencies and accounts, and prints the API key; a process of its own. */
async function fill(): Promise<void> {
  const { DATABASE_URL = '', SAMPLE_AGENCIES = '', SAMPLE_PASSWORD = '' } = process.env;
  await migrate(DATABASE_URL);
  const { db, sql, close } = openDatabase(DATABASE_URL, { max: 1 });
  await seedVersions(db, sampleAgencies);
  const accounts = createAccounts({
    sql,
    config: accountsConfigFrom(process.env),
    log: console,
    sendPasswordReset: () => Promise.reject(new Error('sample accounts are never reset')),
  });
  const { apiKey } = await createSampleAccounts(accounts, {
    agencies: SAMPLE_AGENCIES.split(','),
    password: SAMPLE_PASSWORD,
  });
  process.stdout.write(apiKey ?? '');
  await close();
  process.disconnect();
}

void fill();
