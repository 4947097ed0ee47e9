import { accountsConfigFrom, createAccounts } from '../accounts';
import { createSampleAccounts } from '../accounts/samples';
import { openDatabase } from '../db/database';
import { seedVersions } from '../db/registers';
import type { Log } from '../embedded/server';
import { sampleAgencies } from './agencies';
import { signIn } from './caseClient';
import { submitSampleCases } from './cases';

export interface SampleProvince {
  readonly env: NodeJS.ProcessEnv;
  readonly address: string;
  readonly password: string;
  readonly log: Log;
}

/** On the first start: agencies, an account for every role, and cases of several statuses. Later starts only say who can sign in. */
export async function fillSampleProvince({ env, address, password, log }: SampleProvince): Promise<void> {
  const { db, sql, close } = openDatabase(env.DATABASE_URL ?? '', { max: 2 });
  try {
    await seedVersions(db, sampleAgencies);
    const accounts = createAccounts({
      sql,
      config: accountsConfigFrom(env),
      log: console,
      sendPasswordReset: () => Promise.reject(new Error('sample accounts are never reset')),
    });
    const sample = await createSampleAccounts(accounts, { agencies: sampleAgencies.map(({ code }) => code), password });
    const reception = await signIn(address, 'reception@example.vn', password);
    if ((await reception.list('limit=1')).length === 0) {
      log('filling the sample province with cases');
      await submitSampleCases((email) => signIn(address, email, password));
    }
    tellWhoCanSignIn(log, password);
    if (sample.apiKey !== undefined) log(`  API key of integration@example.vn, told once: ${sample.apiKey}`);
  } finally {
    await close();
  }
}

function tellWhoCanSignIn(log: Log, password: string): void {
  log(`\nSample accounts, all with the password ${password}`);
  log('  citizen@example.vn  reception@example.vn  supervisor@example.vn  leadership@example.vn  admin@example.vn');
  log(
    `  officer.<agency>@example.vn  lead.<agency>@example.vn   agencies: ${sampleAgencies.map(({ code }) => code).join(', ')}`
  );
}
