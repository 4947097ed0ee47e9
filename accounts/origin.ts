import type { RequestHandler } from 'express';
import { Problem } from '../http/problems';
import { credentialsOf } from './credentials';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send: a change by cookie needs the `Origin` of our own pages, and
 * without a credential (signing in) at least no foreign one. Programs with a token or a key send no `Origin`.
 */
export function ownPagesOnly(publicUrl: string): RequestHandler {
  return ({ method, headers }, _response, next) => {
    const kind = credentialsOf(headers)[0]?.kind;
    const foreign = headers.origin === undefined ? kind === 'cookie' : !isOurs(headers.origin, headers.host);
    if (!reading.has(method) && (kind === 'cookie' || kind === undefined) && foreign)
      throw new Problem('foreign-origin');
    next();
  };

  /** The host is compared too: on one machine the service has several names. A page cannot set either header. */
  function isOurs(origin: string, host: string | undefined): boolean {
    return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === host);
  }
}
