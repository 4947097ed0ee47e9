import type { Response, Router } from 'express';
import { callerAddress } from '../http/callerAddress';
import { serve } from '../http/operation';
import { principalOf } from '../http/principal';
import { validated } from '../http/problems';
import type { Attempts } from './attempts';
import { type Auth, OIDC_PATH } from './auth';
import type { OidcConfig } from './config';
import { credentialsOf } from './credentials';
import { forgotPasswordInput, resetPasswordInput, signInInput, signUpInput } from './inputs';
import { authOperations } from './operations';
import type { Registry } from './registry';
import type { Sessions, SignedIn } from './sessions';

export interface RouteDependencies {
  readonly auth: Auth;
  readonly sessions: Sessions;
  readonly registry: Registry;
  readonly attempts: Attempts;
  readonly oidc: OidcConfig | undefined;
}

/** `/v1/auth/…`: signing up, in and out, the forgotten password, the external provider. */
export function createRoutes({ auth, sessions, registry, attempts, oidc }: RouteDependencies): Router {
  return serve(authOperations, {
    async signIn(request, response) {
      const input = validated(signInInput, request.body);
      const attempt = { purpose: 'sign-in', email: input.email, address: callerAddress(request) } as const;
      await attempts.take(attempt);
      const session = await sessions.signIn(input);
      await attempts.succeed(attempt);
      begin(response, session);
    },

    async signUp(request, response) {
      const { email, name, password } = validated(signUpInput, request.body);
      await attempts.take({ purpose: 'sign-up', address: callerAddress(request) });
      await registry.create({ email, name, password, role: 'submitter' }, { emailVerified: false });
      begin(response.status(201), await sessions.signIn({ email, password }));
    },

    async signOut(request, response) {
      const [credential] = credentialsOf(request.headers);
      if (credential !== undefined && credential.kind !== 'apiKey') await sessions.end(credential.value);
      const { name, attributes } = (await auth.$context).authCookies.sessionToken;
      response.clearCookie(name, { path: '/', httpOnly: true, secure: attributes.secure ?? false, sameSite: 'lax' });
      response.status(204).end();
    },

    whoAmI(_request, response) {
      response.json(principalOf(response));
    },

    /** The same answer whether there is such an account or not. */
    async forgotPassword(request, response) {
      const { email } = validated(forgotPasswordInput, request.body);
      await attempts.take({ purpose: 'forgot-password', email, address: callerAddress(request) });
      await sessions.requestPasswordReset(email);
      response.status(202).end();
    },

    async resetPassword(request, response) {
      const { token, password } = validated(resetPasswordInput, request.body);
      await attempts.take({ purpose: 'reset-password', address: callerAddress(request) });
      await sessions.resetPassword(token, password);
      response.status(204).end();
    },

    /** What the sign-in page offers. */
    listSignInMethods(_request, response) {
      response.json({ password: true, oidc: oidc ? { label: oidc.label, start: `${OIDC_PATH}/start` } : null });
    },
  });
}

function begin(response: Response, { token, cookies, account }: SignedIn): void {
  setCookies(response, cookies);
  response.json({ token, account });
}

function setCookies(response: Response, cookies: readonly string[]): void {
  for (const cookie of cookies) response.append('Set-Cookie', cookie);
}
