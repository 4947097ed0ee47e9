import type { IncomingHttpHeaders } from 'node:http';
import { getSessionCookie } from 'better-auth/cookies';
import { COOKIE_PREFIX } from './cookie';

/** What a request brings to say who is asking. */
export interface Credential {
  readonly kind: 'apiKey' | 'bearer' | 'cookie';
  readonly value: string;
}

/**
 * The credentials of a request: all of them must hold, and the first one counts. So what fails is never made good by
 * something else. Browsers send cookies by themselves, so a cookie counts only where nothing else was given.
 * `Authorization: Basic` is nothing: browsers send that by themselves too.
 */
export function credentialsOf({ 'x-api-key': key, authorization, cookie }: IncomingHttpHeaders): Credential[] {
  const given: Credential[] = [];
  if (typeof key === 'string') given.push({ kind: 'apiKey', value: key });
  const bearer = authorization && /^bearer +(\S.*)$/i.exec(authorization)?.[1];
  if (bearer) given.push({ kind: 'bearer', value: bearer });
  const session = cookie && getSessionCookie(new Headers({ cookie }), { cookiePrefix: COOKIE_PREFIX });
  return given.length === 0 && session ? [{ kind: 'cookie', value: session }] : given;
}
