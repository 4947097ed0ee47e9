import { randomUUID } from 'node:crypto';
import { APIError, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { genericOAuth } from 'better-auth/plugins';
import { eq } from 'drizzle-orm';
import { roles } from '../domain/roles';
import type { AccountsConfig, OidcConfig } from './config';
import { COOKIE_PREFIX } from './cookie';
import { type Database, models } from './database';
import { email as anEmail, name as aName } from './inputs';
import { accounts } from './schema';

/** The little of a pino logger that accounts need. */
export type Log = Record<'info' | 'warn' | 'error', (details: object, message: string) => void>;

/** What the e-mail says that lets somebody set a new password; `url` leads to our page and works until `expiresAt`. */
export interface PasswordReset {
  readonly account: { readonly id: string; readonly email: string; readonly name: string };
  readonly url: string;
  readonly expiresAt: Date;
}

export interface AuthDependencies {
  readonly db: Database;
  readonly config: AccountsConfig;
  readonly log: Log;
  readonly sendPasswordReset: (reset: PasswordReset) => Promise<void>;
  /** Called when the owner of the mailbox has set a new password. */
  readonly passwordWasReset: (account: { readonly id: string; readonly email: string }) => Promise<void>;
}

/** The one external provider; the name is part of the redirect address that the provider knows. */
export const PROVIDER = 'sso';

/** Where the provider sends people back. It is the one place where the library answers requests by itself. */
export const OIDC_PATH = '/v1/auth/oidc';

/** The page that says `?error=…` when the provider's answer cannot be used. */
export const SIGN_IN_PAGE = '/sign-in';

/** A working day. Sessions are not prolonged, so that reading never writes. */
const SESSION_SECONDS = 12 * 60 * 60;

/** How long a link works that sets a password. */
const LINK_SECONDS = 60 * 60;

/** When a link that is made now sets no password any more. */
export const linkEnd = (): Date => new Date(Date.now() + LINK_SECONDS * 1000);

/** Passwords, sessions and, where one is given, the external provider: better-auth over our tables, all else switched off. */
export function createAuth(
  { db, config, log, sendPasswordReset, passwordWasReset }: AuthDependencies,
  provider?: OidcConfig
) {
  return betterAuth({
    baseURL: config.publicUrl,
    basePath: OIDC_PATH,
    secret: config.secret,
    telemetry: { enabled: false },
    // Its limiter knows only addresses, and takes them from headers that anyone can write: ours is in attempts.ts.
    rateLimit: { enabled: false },
    database: drizzleAdapter(db, { provider: 'pg', schema: models, transaction: true }),
    logger: {
      log: (level, message) => {
        log[level === 'debug' ? 'info' : level]({ from: 'better-auth' }, message);
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: config.production,
      database: { generateId: () => randomUUID() },
      ipAddress: { disableIpTracking: true },
      // The answer to "forgot password" must not take longer for an address that exists.
      backgroundTasks: {
        handler: (task) => {
          task.catch((error: unknown) => {
            log.error({ err: error }, 'background task failed');
          });
        },
      },
    },
    session: { expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    verification: { storeIdentifier: 'hashed' },
    user: {
      additionalFields: {
        role: { type: [...roles], input: false, defaultValue: 'submitter' },
        agency: { type: 'string', input: false, required: false },
        disabled: { type: 'boolean', input: false, defaultValue: false },
      },
    },
    account: { storeStateStrategy: 'cookie', updateAccountOnSignIn: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        // Whoever reads the mailbox of a disabled account would be in once it is enabled again.
        if ('disabled' in user && user.disabled === true) return;
        await sendPasswordReset({
          account: user,
          url: resetUrl(config.publicUrl, token),
          expiresAt: linkEnd(),
        });
      },
      onPasswordReset: ({ user }) => passwordWasReset(user),
    },
    databaseHooks: {
      user: { create: { before: asOursAre } },
      account: { create: { before: keepsNoTokens } },
      session: { create: { before: ({ userId }) => refusesDisabled(db, userId) } },
    },
    onAPIError: { errorURL: config.publicUrl + SIGN_IN_PAGE },
    plugins: [genericOAuth({ config: provider ? [providerOf(provider)] : [] })],
  });
}

/** The page on which a password is set. After the #, so that the token reaches neither logs nor other sites. */
export const resetUrl = (publicUrl: string, token: string): string => `${publicUrl}/reset-password#token=${token}`;

export type Auth = ReturnType<typeof createAuth>;

const providerOf = ({ discoveryUrl, clientId, clientSecret }: OidcConfig) => ({
  providerId: PROVIDER,
  discoveryUrl,
  clientId,
  clientSecret,
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  requireIdTokenVerification: true,
});

/**
 * What the provider says of a newcomer has passed no schema of ours: nobody comes in with an address that cannot be one,
 * and where the name cannot be shown the address stands for it.
 */
const asOursAre = ({ email, name }: { email: string; name: string }) =>
  Promise.resolve(anEmail.safeParse(email).success && { data: { name: aName.safeParse(name).data ?? email } });

/** We ask the provider who somebody is, and nothing later: its tokens would be only something to lose. */
const keepsNoTokens = (login: object) =>
  Promise.resolve({ data: { ...login, accessToken: null, refreshToken: null, idToken: null } });

async function refusesDisabled(db: Database, id: string): Promise<void> {
  const [account] = await db.select({ disabled: accounts.disabled }).from(accounts).where(eq(accounts.id, id));
  if (account?.disabled !== false) throw new APIError('FORBIDDEN', { code: 'account_disabled' });
}
