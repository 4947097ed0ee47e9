import { createHmac, hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from './cipher';
import { keyCalled, type Keyring } from './keyring';
import { isSameSecret } from './sameSecret';

/** A text that only holders of the key can read. */
export interface Sealed {
  readonly keyId: string;
  readonly sealed: string;
}

type Use = 'provider-tokens' | 'message-preferences' | 'subscriber-secrets' | 'password-links';

/** Each use has a key of its own, derived from the installation's. */
const keyFor = (keyring: Keyring, keyId: string, use: Use): Buffer =>
  Buffer.from(hkdfSync('sha256', keyCalled(keyring, keyId), '', use, 32));

export function seal(keyring: Keyring, use: Use, text: string): Sealed {
  const keyId = keyring.current;
  return { keyId, sealed: encrypt(keyFor(keyring, keyId, use), Buffer.from(text)).toString('base64') };
}

/** @throws Error where the key is not there or the text was altered. */
export function unseal(keyring: Keyring, use: Use, { keyId, sealed }: Sealed): string {
  return decrypt(keyFor(keyring, keyId, use), Buffer.from(sealed, 'base64')).toString();
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
  const isOurs = isSameSecret(Buffer.from(mac, 'base64url'), macOf(keyring, keyId, use, `${keyId}.${text}`));
  return isOurs ? Buffer.from(text, 'base64url').toString() : null;
}

const macOf = (keyring: Keyring, keyId: string, use: Use, claim: string): Buffer =>
  createHmac('sha256', keyFor(keyring, keyId, use))
    .update(claim)
    .digest();
