import type { IncomingHttpHeaders } from 'node:http';
import { getSessionCookie } from 'better-auth/cookies';
import { COOKIE_PREFIX } from './cookie';

/** What a request brings to say who is asking. */
export interface Credential {
  readonly kind: 'apiKey' | 'bearer' | 'cookie';
  readonly value: string;
}

/**
 * One credential per request, and no second one if it fails. Browsers send cookies by themselves, so a cookie
 * counts only where nothing else was given. `Authorization: Basic` is nothing: browsers send that by themselves too.
 */
export function credentialOf({ 'x-api-key': key, authorization, cookie }: IncomingHttpHeaders): Credential | undefined {
  if (typeof key === 'string') return { kind: 'apiKey', value: key };
  const bearer = authorization && /^bearer +(\S+)$/i.exec(authorization)?.[1];
  if (bearer) return { kind: 'bearer', value: bearer };
  const session = cookie && getSessionCookie(new Headers({ cookie }), { cookiePrefix: COOKIE_PREFIX });
  return session ? { kind: 'cookie', value: session } : undefined;
}
