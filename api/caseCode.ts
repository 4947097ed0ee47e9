import { randomBytes } from 'node:crypto';
import { dateOf, type Instant } from '../domain/time';

/** Crockford's alphabet: no letter that reads as a digit or as another letter. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code such as `PAKN-2611-7K3M-9QXW-2F8A`: when it came, and 60 random bits, so that nobody guesses another's. */
export function newCaseCode(prefix: string, now: Instant): string {
  const letters = [...randomBytes(12)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  const groups = [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)];
  return [prefix, dateOf(now).slice(2, 7).replace('-', ''), ...groups].join('-');
}
