import { randomBytes } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import { type Auth, resetUrl } from './auth';
import type { Database } from './database';
import { person } from './person';
import type { Principal } from '../http/principal';
import { accountDisabled, inOurWords } from './refusals';
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
  readonly secret: string;
  readonly publicUrl: string;
}

/** Signing in and out through the library, with its errors in our words. */
export function createSessions({ auth, db, secret, publicUrl }: Dependencies) {
  // Every request asks this: the library takes ten times as long over it, and does not know `disabled`.
  const live = db
    .select(person)
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
    if (account === undefined) throw accountDisabled();
    return { token, account, cookies: headers.getSetCookie() };
  }

  async function end(held: string): Promise<void> {
    const token = tokenOf(held, secret);
    if (token !== undefined) await db.delete(accountSessions).where(eq(accountSessions.token, token));
  }

  async function requestPasswordReset(email: string): Promise<void> {
    await auth.api.requestPasswordReset({ body: { email } });
  }

  /** An address under which the owner sets a new password, once and until then: what else only an e-mail brings. */
  async function passwordLink(accountId: string, expiresAt: Date): Promise<{ url: string; expiresAt: Date }> {
    const token = randomBytes(24).toString('base64url');
    const { internalAdapter } = await auth.$context;
    // Named as the library names what it sends by e-mail: its own check of a new password takes it.
    await internalAdapter.createVerificationValue({
      identifier: `reset-password:${token}`,
      value: accountId,
      expiresAt,
    });
    return { url: resetUrl(publicUrl, token), expiresAt };
  }

  async function resetPassword(token: string, newPassword: string): Promise<void> {
    await auth.api.resetPassword({ body: { token, newPassword } }).catch(inOurWords);
  }

  return { principalOf, signIn, end, requestPasswordReset, passwordLink, resetPassword };
}

export type Sessions = ReturnType<typeof createSessions>;
