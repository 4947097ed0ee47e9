import { APIError } from 'better-auth';
import { eq } from 'drizzle-orm';
import { Problem } from '../api/problems';
import { type Auth, PROVIDER, SIGN_IN_PAGE } from './auth';
import type { Database } from './database';
import type { Principal } from './principal';
import { accountSessions } from './schema';

/** A session has begun: `token` for programs, `cookies` for browsers, either is enough. */
export interface SignedIn {
  readonly token: string;
  readonly cookies: readonly string[];
  readonly account: Principal;
}

interface Dependencies {
  readonly auth: Auth;
  readonly db: Database;
  readonly publicUrl: string;
}

/** Signing in and out through the library, with its errors in our words. */
export function createSessions({ auth, db, publicUrl }: Dependencies) {
  /** Each sign-in begins a session with a token of its own. Throws 401, or 403 for a disabled account. */
  async function signIn(body: { email: string; password: string }): Promise<SignedIn> {
    const { headers } = await auth.api.signInEmail({ body, returnHeaders: true }).catch(inOurWords);
    const token = headers.get('set-auth-token');
    const account = token && (await principalOf(new Headers({ authorization: `Bearer ${token}` })));
    if (!account) throw new Error('a new session cannot be read back');
    return { token, account, cookies: headers.getSetCookie() };
  }

  /** Answers the cookies that make the browser forget. */
  async function signOut(headers: Headers): Promise<readonly string[]> {
    const found = await auth.api.getSession({ headers });
    // The library would log a failing database and say "signed out" all the same.
    if (found) await db.delete(accountSessions).where(eq(accountSessions.id, found.session.id));
    const signedOut = await auth.api.signOut({ headers, returnHeaders: true });
    return signedOut.headers.getSetCookie();
  }

  async function principalOf(headers: Headers): Promise<Principal | undefined> {
    const found = await auth.api.getSession({ headers });
    if (!found || found.user.disabled) return undefined;
    const { id, name, email, role, agency = null } = found.user;
    return { id, name, email, role, agency, via: 'session' };
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

  return { signIn, signOut, principalOf, startOidc, requestPasswordReset, resetPassword };
}

export type Sessions = ReturnType<typeof createSessions>;

const refusals: Record<string, () => Problem> = {
  INVALID_EMAIL_OR_PASSWORD: () => new Problem(401, 'wrong-credentials', 'E-mail or password is wrong'),
  account_disabled: () => new Problem(403, 'account-disabled', 'The account is disabled'),
  PROVIDER_NOT_FOUND: () => new Problem(503, 'provider-unavailable', 'The sign-in provider does not answer'),
  INVALID_TOKEN: () => {
    const fault = { path: 'token', code: 'invalid_or_expired', message: 'was used, has expired or never existed' };
    return new Problem(422, 'invalid-input', 'The request has faults', { errors: [fault] });
  },
};

function inOurWords(error: unknown): never {
  const code = error instanceof APIError ? error.body?.code : undefined;
  throw (code && refusals[code]?.()) || error;
}
