import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keyring } from '../temporal/codec';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A text that only holders of the key can read. */
export interface Sealed {
  readonly keyId: string;
  readonly sealed: string;
}

type Use = 'provider-tokens' | 'message-preferences' | 'subscriber-secrets' | 'password-links';

/** Each use has a key of its own, derived from the installation's. */
function keyFor({ keys }: Keyring, keyId: string, use: Use): Buffer {
  const key = keys[keyId];
  if (key === undefined) throw new Error(`no key with the id ${keyId}`);
  return Buffer.from(hkdfSync('sha256', key, '', use, 32));
}

export function seal(keyring: Keyring, use: Use, text: string): Sealed {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(keyring, keyring.current, use), iv);
  const data = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { keyId: keyring.current, sealed: data.toString('base64') };
}

/** @throws Error where the key is not there or the text was altered. */
export function unseal(keyring: Keyring, use: Use, { keyId, sealed }: Sealed): string {
  const data = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyFor(keyring, keyId, use), data.subarray(0, IV_BYTES));
  decipher.setAuthTag(data.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(data.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** A text with proof that it comes from us, in the signs of an address. */
export function stamped(keyring: Keyring, use: Use, text: string): string {
  const claim = `${keyring.current}.${Buffer.from(text).toString('base64url')}`;
  return `${claim}.${macOf(keyring, keyring.current, use, claim).toString('base64url')}`;
}

/** What was stamped; null where the stamp is not ours. */
export function unstamped(keyring: Keyring, use: Use, token: string): string | null {
  const [keyId = '', text = '', mac = ''] = token.split('.');
  if (!Object.hasOwn(keyring.keys, keyId)) return null;
  const [given, right] = [Buffer.from(mac, 'base64url'), macOf(keyring, keyId, use, `${keyId}.${text}`)];
  const isOurs = given.length === right.length && timingSafeEqual(given, right);
  return isOurs ? Buffer.from(text, 'base64url').toString() : null;
}

const macOf = (keyring: Keyring, keyId: string, use: Use, claim: string): Buffer =>
  createHmac('sha256', keyFor(keyring, keyId, use))
    .update(claim)
    .digest();
