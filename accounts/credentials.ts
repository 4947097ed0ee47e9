import type { IncomingHttpHeaders } from 'node:http';

/** What a request brings to say who is asking. */
export type Credential =
  { readonly kind: 'apiKey'; readonly key: string } | { readonly kind: 'bearer' | 'cookie'; readonly headers: Headers };

/**
 * One credential per request, and no second one if it fails. Browsers send cookies by themselves, so a cookie
 * counts only where nothing else was given. `Authorization: Basic` is nothing: browsers send that by themselves too.
 */
export function credentialOf({ 'x-api-key': key, authorization, cookie }: IncomingHttpHeaders): Credential | undefined {
  if (typeof key === 'string') return { kind: 'apiKey', key };
  if (authorization && /^bearer /i.test(authorization))
    return { kind: 'bearer', headers: new Headers({ authorization }) };
  return cookie === undefined ? undefined : { kind: 'cookie', headers: new Headers({ cookie }) };
}
