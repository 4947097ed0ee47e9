import express, { type Request, type Response, Router } from 'express';
import { Problem, validated } from '../api/problems';
import type { Attempts } from './attempts';
import { type Auth, OIDC_PATH } from './auth';
import type { OidcConfig } from './config';
import { credentialOf } from './credentials';
import { forgotPasswordInput, resetPasswordInput, signInInput, signUpInput } from './inputs';
import type { Authenticate } from './principal';
import type { Registry } from './registry';
import type { Sessions, SignedIn } from './sessions';

export interface RouteDependencies {
  readonly auth: Auth;
  readonly sessions: Sessions;
  readonly registry: Registry;
  readonly attempts: Attempts;
  readonly authenticate: Authenticate;
  readonly oidc: OidcConfig | undefined;
}

/** `/v1/auth/…`: signing up, in and out, the forgotten password, the external provider. */
export function createRoutes({ auth, sessions, registry, attempts, authenticate, oidc }: RouteDependencies): Router {
  const router = Router();
  router.use('/v1/auth', express.json({ limit: '16kb' }), (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });

  router.post('/v1/auth/sign-in', async (request, response) => {
    const input = validated(signInInput, request.body);
    const attempt = { purpose: 'sign-in', email: input.email, address: addressOf(request) } as const;
    await attempts.take(attempt);
    const session = await sessions.signIn(input);
    await attempts.succeed(attempt);
    begin(response, session);
  });

  router.post('/v1/auth/sign-up', async (request, response) => {
    const { email, name, password } = validated(signUpInput, request.body);
    await attempts.take({ purpose: 'sign-up', address: addressOf(request) });
    await registry.create({ email, name, password, role: 'submitter' }, { emailVerified: false });
    begin(response.status(201), await sessions.signIn({ email, password }));
  });

  router.post('/v1/auth/sign-out', async (request, response) => {
    const credential = credentialOf(request.headers);
    if (credential !== undefined && credential.kind !== 'apiKey') await sessions.end(credential.value);
    const { name, attributes } = (await auth.$context).authCookies.sessionToken;
    response.clearCookie(name, { path: '/', httpOnly: true, secure: attributes.secure ?? false, sameSite: 'lax' });
    response.status(204).end();
  });

  router.get('/v1/auth/me', async (request, response) => {
    const principal = await authenticate(request.headers);
    if (principal === undefined) throw new Problem(401, 'not-signed-in', 'Nobody is signed in');
    response.json(principal);
  });

  /** The same answer whether there is such an account or not. */
  router.post('/v1/auth/forgot-password', async (request, response) => {
    const { email } = validated(forgotPasswordInput, request.body);
    await attempts.take({ purpose: 'forgot-password', email, address: addressOf(request) });
    await sessions.requestPasswordReset(email);
    response.status(202).end();
  });

  router.post('/v1/auth/reset-password', async (request, response) => {
    const { token, password } = validated(resetPasswordInput, request.body);
    await attempts.take({ purpose: 'reset-password', address: addressOf(request) });
    await sessions.resetPassword(token, password);
    response.status(204).end();
  });

  /** What the sign-in page offers. */
  router.get('/v1/auth/methods', (_request, response) => {
    response.json({ password: true, oidc: oidc ? { label: oidc.label, start: `${OIDC_PATH}/start` } : null });
  });

  return router;
}

function begin(response: Response, { token, cookies, account }: SignedIn): void {
  setCookies(response, cookies);
  response.json({ token, account });
}

function setCookies(response: Response, cookies: readonly string[]): void {
  for (const cookie of cookies) response.append('Set-Cookie', cookie);
}

/** The caller's address as far as `trust proxy` lets Express believe it. */
const addressOf = (request: Request): string => request.ip ?? 'unknown';
