import { APIError } from 'better-auth';
import { and, eq, gt, sql } from 'drizzle-orm';
import { invalidInput, Problem } from '../api/problems';
import { type Auth, PROVIDER, SIGN_IN_PAGE } from './auth';
import type { AccountsConfig } from './config';
import type { Database } from './database';
import { type Principal, whoIsAsking } from './principal';
import { accounts, accountSessions } from './schema';
import { signed, tokenOf } from './signature';

/** A session has begun: `token` for programs, `cookies` for browsers, either is enough. */
export interface SignedIn {
  readonly token: string;
  readonly cookies: readonly string[];
  readonly account: Principal;
}

interface Dependencies {
  readonly auth: Auth;
  readonly db: Database;
  readonly config: Pick<AccountsConfig, 'publicUrl' | 'secret'>;
}

/** Signing in and out through the library, with its errors in our words. */
export function createSessions({ auth, db, config: { publicUrl, secret } }: Dependencies) {
  // Every request asks this: the library takes ten times as long over it, and does not know `disabled`.
  const live = db
    .select(whoIsAsking)
    .from(accountSessions)
    .innerJoin(accounts, eq(accounts.id, accountSessions.userId))
    .where(
      and(
        eq(accountSessions.token, sql.placeholder('token')),
        gt(accountSessions.expiresAt, sql`now()`),
        eq(accounts.disabled, false)
      )
    )
    .prepare('live_session');

  async function principalOf(held: string): Promise<Principal | undefined> {
    const token = tokenOf(held, secret);
    if (token === undefined) return undefined;
    const [found] = await live.execute({ token });
    return found && { ...found, via: 'session' };
  }

  /** Each sign-in begins a session with a token of its own. Throws 401, or 403 for a disabled account. */
  async function signIn(body: { email: string; password: string }): Promise<SignedIn> {
    const { headers, response } = await auth.api.signInEmail({ body, returnHeaders: true }).catch(inOurWords);
    const token = signed(response.token, secret);
    const account = await principalOf(token);
    // Between two statements somebody may have disabled the account.
    if (account === undefined) throw refusals.account_disabled();
    return { token, account, cookies: headers.getSetCookie() };
  }

  async function end(held: string): Promise<void> {
    const token = tokenOf(held, secret);
    if (token !== undefined) await db.delete(accountSessions).where(eq(accountSessions.token, token));
  }

  /** Where to send the browser, and the cookies that bind the provider's answer to it. Throws 503 without a provider. */
  async function startOidc(returnTo: string): Promise<{ url: string; cookies: readonly string[] }> {
    const { headers, response } = await auth.api
      .signInSocial({
        body: {
          provider: PROVIDER,
          callbackURL: publicUrl + returnTo,
          errorCallbackURL: publicUrl + SIGN_IN_PAGE,
          disableRedirect: true,
        },
        returnHeaders: true,
      })
      .catch(inOurWords);
    if (response.url === undefined) throw new Error('the provider has no sign-in address');
    return { url: response.url, cookies: headers.getSetCookie() };
  }

  async function requestPasswordReset(email: string): Promise<void> {
    await auth.api.requestPasswordReset({ body: { email } });
  }

  async function resetPassword(token: string, newPassword: string): Promise<void> {
    await auth.api.resetPassword({ body: { token, newPassword } }).catch(inOurWords);
  }

  return { principalOf, signIn, end, startOidc, requestPasswordReset, resetPassword };
}

export type Sessions = ReturnType<typeof createSessions>;

const refusals = {
  INVALID_EMAIL_OR_PASSWORD: () => new Problem(401, 'wrong-credentials', 'E-mail or password is wrong'),
  account_disabled: () => new Problem(403, 'account-disabled', 'The account is disabled'),
  PROVIDER_NOT_FOUND: () => new Problem(503, 'provider-unavailable', 'The sign-in provider does not answer'),
  INVALID_TOKEN: () =>
    invalidInput([{ path: '/token', code: 'invalid_or_expired', message: 'was used, has expired or never existed' }]),
};

function inOurWords(error: unknown): never {
  const code = error instanceof APIError ? error.body?.code : undefined;
  throw code && Object.hasOwn(refusals, code) ? refusals[code as keyof typeof refusals]() : error;
}
