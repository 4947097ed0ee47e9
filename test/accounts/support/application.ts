import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { createTestDatabase } from '../../support/database';
import { freePort } from '../../support/freePort';
import { Browser } from './browser';
import { type Running, startProcess } from './processes';
import type { Report } from './service';

export const password = 'a sample password';

/** The service of one test file with a database of its own. */
export interface Application {
  readonly url: string;
  readonly apiKey: string;
  readonly sql: postgres.Sql;
  browser(): Browser;
  /** A browser in which the account is signed in. */
  signedIn(email: string): Promise<Browser>;
  /** The address in the next e-mail that offers a new password. */
  nextReset(): Promise<URL>;
  stop(): Promise<void>;
}

export async function startApplication(env: Record<string, string> = {}): Promise<Application> {
  const database = await createTestDatabase();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const service: Running<Report> = await startProcess<Report>('service.ts', {
    NODE_ENV: 'development',
    DATABASE_URL: database.url,
    PORT: String(port),
    PUBLIC_URL: url,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    SAMPLE_PASSWORD: password,
    SAMPLE_AGENCIES: 'so-y-te,so-xay-dung',
    SIGN_IN_TRIES_PER_ACCOUNT: '3',
    SIGN_IN_TRIES_PER_ADDRESS: '20',
    ...env,
  }).catch(async (error: unknown) => {
    await database.drop();
    throw error;
  });
  const sql = postgres(database.url, { max: 1 });
  return {
    url,
    apiKey: service.ready.kind === 'ready' ? service.ready.apiKey : '',
    sql,
    browser: () => new Browser(url),
    async signedIn(email) {
      const browser = new Browser(url);
      const { status } = await browser.ask('/v1/auth/sign-in', { json: { email, password } });
      if (status !== 200) throw new Error(`signing in ${email} answered ${status}`);
      return browser;
    },
    async nextReset() {
      const message = await service.next('reset');
      if (message.kind !== 'reset') throw new Error('no reset was sent');
      return new URL(message.reset.url);
    },
    async stop() {
      await service.stop();
      await sql.end();
      await database.drop();
    },
  };
}
