import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import express from 'express';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import postgres from 'postgres';
import { type Accounts, accountsConfigFrom, createAccounts, type PasswordReset } from '../../../accounts';
import { type Database, openDatabase } from '../../../accounts/database';
import { moveAccounts } from '../../../accounts/ofAgency';
import { createSampleAccounts } from '../../../accounts/samples';
import * as schema from '../../../accounts/schema';
import { problemHandler } from '../../../http/problems';

/** A service that has nothing but accounts, as a process of its own: told by the environment, it reports to its parent. */
export type Report =
  | { readonly kind: 'ready'; readonly apiKey: string }
  | { readonly kind: 'reset'; readonly reset: PasswordReset }
  | { readonly kind: 'failed'; readonly message: string };

const report = (message: Report) => process.send?.(message);
const complain = (details: object, message: string) => {
  console.error(message, details);
};
const log = { info: () => undefined, warn: () => undefined, error: complain };

async function start(): Promise<void> {
  const sql = postgres(process.env.DATABASE_URL ?? '', { onnotice: () => undefined });
  const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(schema));
  for (const migration of ['0000_extensions.sql', '0022_folded_text.sql'])
    await sql.unsafe(await readFile(`db/migrations/${migration}`, 'utf8'));
  for (const statement of statements) await sql.unsafe(statement);

  const accounts = createAccounts({
    sql,
    config: accountsConfigFrom(process.env),
    log,
    sendPasswordReset: (reset) => {
      report({ kind: 'reset', reset });
      return Promise.resolve();
    },
  });
  listen(accounts, openDatabase(sql), (await makeSamples(accounts)) ?? '');
}

/** Twice, since the service makes them whenever it starts. */
async function makeSamples(accounts: Accounts): Promise<string | undefined> {
  const { SAMPLE_AGENCIES, SAMPLE_PASSWORD = '' } = process.env;
  if (!SAMPLE_AGENCIES) return undefined;
  const samples = { agencies: SAMPLE_AGENCIES.split(','), password: SAMPLE_PASSWORD };
  const { apiKey } = await createSampleAccounts(accounts, samples);
  await createSampleAccounts(accounts, samples);
  return apiKey;
}

function listen(accounts: Accounts, db: Database, apiKey: string): void {
  const app = express();
  app.set('trust proxy', 'loopback');
  app.use((_request, response, next) => {
    response.setHeader('X-Request-Id', randomUUID());
    next();
  });
  app.use(accounts.router);
  app.post('/v1/anything', async (request, response) => {
    response.json({ by: (await accounts.authenticate(request.headers))?.id ?? null });
  });
  // What other parts of the service call, and no person.
  app.get('/agencies/:agency/accounts', async (request, response) => {
    response.json({ accounts: await accounts.accountsOfAgency(request.params.agency) });
  });
  app.post('/agencies/:from/merge/:to', async ({ params: { from, to } }, response) => {
    await moveAccounts(db, from, to);
    response.json({});
  });
  app.post('/purge', async (_request, response) => {
    await accounts.purgeExpired();
    response.json({});
  });
  app.use(problemHandler(log, () => undefined));
  app.listen(Number(process.env.PORT), '127.0.0.1', () => report({ kind: 'ready', apiKey }));
}

start().catch((error: unknown) => {
  report({ kind: 'failed', message: String(error) });
});
