import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a person holds of a session, as cookie or bearer token: its token and the signature that the library gives it. */
export const signed = (token: string, secret: string): string =>
  `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`;

/** The token of the session; undefined unless we have signed it. */
export function tokenOf(held: string, secret: string): string | undefined {
  const token = held.slice(0, Math.max(held.indexOf('.'), 0));
  const [given, right] = [Buffer.from(held), Buffer.from(signed(token, secret))];
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}
