import { lt, sql as query } from 'drizzle-orm';
import express, { Router } from 'express';
import type { Sql } from 'postgres';
import { authenticated, type Authenticate } from '../http/principal';
import { SERVICE } from '../domain/roles';
import { createAdministration, type Stores, type Surroundings } from './administration';
import { createAttempts } from './attempts';
import { createAuth, linkEnd, type Log, type PasswordReset } from './auth';
import type { AccountsConfig } from './config';
import { credentialsOf } from './credentials';
import { purgeAttempts } from './counter';
import { type Executor, openDatabase } from './database';
import type { NewAccount, NewKey } from './inputs';
import { createKeys } from './keys';
import { createOidcRoutes } from './oidc';
import { createLimits } from './limits';
import { ownPagesOnly } from './origin';
import { createNames, createPeople } from './people';
import { createRegistry } from './registry';
import { createRoutes } from './routes';
import { accountSessions, accountVerifications } from './schema';
import { createSessions } from './sessions';

export { accountsConfigFrom } from './config';
export type { Log, PasswordReset } from './auth';
export type { Account } from './registry';

export interface AccountsDependencies {
  readonly sql: Sql;
  readonly config: AccountsConfig;
  readonly log: Log;
  readonly sendPasswordReset: (reset: PasswordReset) => Promise<void>;
  /** Where none are given, what administrators do stands in the log alone, and every unit counts as one of today. */
  readonly surroundings?: Partial<Surroundings>;
}

const none: Surroundings = {
  recordAct: () => Promise.resolve(),
  isAgency: () => Promise.resolve(true),
  endWhatLapsed: () => Promise.resolve(),
};

/** Who there is and who is asking (R1.1, R10.3). */
export function createAccounts({ sql, config, log, sendPasswordReset, surroundings = {} }: AccountsDependencies) {
  const db = openDatabase(sql);
  const over = (executor: Executor): Stores => ({
    registry: createRegistry(executor),
    keys: createKeys(executor),
    attempts: createAttempts(executor, config.limits),
  });
  const { registry, keys, attempts } = over(db);
  const passwordWasReset = async ({ id, email }: { id: string; email: string }) => {
    await registry.passwordSet(id);
    await attempts.forget('sign-in', email);
  };
  const authDependencies = { db, config, log, sendPasswordReset, passwordWasReset };
  const auth = createAuth(authDependencies);
  const sessions = createSessions({ auth, db, secret: config.secret, publicUrl: config.publicUrl });

  const authenticate: Authenticate = async (headers) => {
    const principals = await Promise.all(
      credentialsOf(headers).map(({ kind, value }) => (kind === 'apiKey' ? keys : sessions).principalOf(value))
    );
    return principals.includes(undefined) ? undefined : principals[0];
  };

  const administration = createAdministration({ db, over, sessions, log, surroundings: { ...none, ...surroundings } });
  const router = Router()
    .use(['/v1/auth', '/v1/accounts'], express.json({ limit: '16kb' }))
    .use(ownPagesOnly(config.publicUrl), authenticated(authenticate))
    .use(createRoutes({ auth, sessions, registry, attempts, oidc: config.oidc }))
    .use(administration.router);
  if (config.oidc)
    router.use(createOidcRoutes({ auth: createAuth(authDependencies, config.oidc), publicUrl: config.publicUrl }));

  return {
    /** `/v1/auth/…` and `/v1/accounts…`. Mounted first, it finds out who is asking, for whatever comes after it, and keeps other sites' pages off it. */
    router,
    authenticate,
    /** For administrators and set-up: whoever calls it vouches for the e-mail address. */
    createAccount: (input: NewAccount) => registry.create(input, { emailVerified: true }),
    /** For whoever installs the service: an account of an administrator, as an act on record, and the link by which its owner sets a password. */
    async addAdministrator(person: { email: string; name: string }): Promise<{ url: string; expiresAt: Date }> {
      const { id } = await administration.create({ ...person, role: 'admin', agency: null }, SERVICE);
      return sessions.passwordLink(id, linkEnd());
    },
    findAccount: registry.find,
    findAccountByEmail: registry.findByEmail,
    people: createPeople(db),
    limits: createLimits(db, config.requestLimits),
    namesOf: createNames(db),
    accountsOfAgency: registry.ofAgency,
    createApiKey: ({ accountId, ...key }: NewKey & { accountId: string }) => keys.create(accountId, key),
    /** Forgets sessions, resets and counters whose time is over; meant for once a day. */
    async purgeExpired(): Promise<void> {
      await db.delete(accountSessions).where(lt(accountSessions.expiresAt, query`now()`));
      await db.delete(accountVerifications).where(lt(accountVerifications.expiresAt, query`now()`));
      await purgeAttempts(db);
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
