import { createHmac } from 'node:crypto';
import { isSameSecret } from '../secrets/sameSecret';

/** What a person holds of a session, as cookie or bearer token: its token and the signature that the library gives it. */
export const signed = (token: string, secret: string): string =>
  `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`;

/** The token of the session; undefined unless we have signed it. */
export function tokenOf(held: string, secret: string): string | undefined {
  const token = held.slice(0, Math.max(held.indexOf('.'), 0));
  return isSameSecret(held, signed(token, secret)) ? token : undefined;
}
