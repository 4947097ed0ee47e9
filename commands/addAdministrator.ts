import { accountsConfigFrom, createAccounts } from '../accounts';
import { surroundingsOn } from '../accounts/surroundings';
import { Problem } from '../http/problems';
import { configFrom } from '../config';
import { openDatabase } from '../db/database';
import { trainingClockOf } from '../db/trainingClock';
import { legalTime } from '../domain/trainingClock';
import { createLog } from '../observability/log';

/**
 * `npm run accounts:admin -- EMAIL NAME`, with the environment of the API: makes an account of an administrator, and says
 * the address under which its owner sets a password, once and within an hour. The way to the first one, whom no other can
 * make; the act stands on record.
 */
async function main(): Promise<void> {
  const [email, name, ...more] = process.argv.slice(2);
  if (email === undefined || name === undefined || more.length > 0)
    throw new Error(
      'say the e-mail address and the name, as in: npm run accounts:admin -- quan.tri@province.example "Quản trị viên"'
    );
  const config = configFrom(process.env);
  const { db, sql, close } = openDatabase(config.databaseUrl, { max: 2 });
  try {
    const clock = await trainingClockOf(db, config.trainingDaySeconds);
    const accounts = createAccounts({
      sql,
      config: accountsConfigFrom(process.env),
      log: createLog('silent'),
      sendPasswordReset: () => Promise.reject(new Error('no e-mail leaves here')),
      surroundings: surroundingsOn(() => legalTime(Date.now(), clock)),
    });
    const { url, expiresAt } = await accounts.addAdministrator({ email, name });
    process.stdout.write(`${url}\n`);
    process.stderr.write(`Whoever opens this until ${expiresAt.toISOString()} sets the password of ${email}, once.\n`);
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(told(error));
  process.exitCode = 1;
});

function told(error: unknown): unknown {
  if (error instanceof Problem)
    return [error.title, ...(error.details.errors ?? []).map(({ path, message }) => `${path}: ${message}`)].join('\n');
  return error instanceof Error ? error.message : error;
}
