import { toNodeHandler } from 'better-auth/node';
import type { Router } from 'express';
import { serve, type Handler } from '../http/operation';
import { validated } from '../http/problems';
import { type Auth, PROVIDER, SIGN_IN_PAGE } from './auth';
import { oidcStartInput } from './inputs';
import { oidcOperations } from './operations';
import { inOurWords } from './refusals';

interface OidcDependencies {
  /** Knows the provider. It is not the one that checks passwords: a provider that hangs must not hold them up. */
  readonly auth: Auth;
  readonly publicUrl: string;
}

/** `/v1/auth/oidc/…`: to the external provider and back. */
export function createOidcRoutes({ auth, publicUrl }: OidcDependencies): Router {
  const startOidc: Handler = async (request, response) => {
    const { returnTo } = validated(oidcStartInput, request.query);
    const body = {
      provider: PROVIDER,
      callbackURL: publicUrl + returnTo,
      errorCallbackURL: publicUrl + SIGN_IN_PAGE,
      disableRedirect: true,
    };
    const started = await auth.api.signInSocial({ body, returnHeaders: true }).catch(inOurWords);
    if (started.response.url === undefined) throw new Error('the provider has no sign-in address');
    // These bind the provider's answer to this browser.
    response.append('Set-Cookie', started.headers.getSetCookie());
    response.redirect(302, started.response.url);
  };

  return serve(oidcOperations, { startOidc, finishOidc: toNodeHandler(auth) });
}
