import { fold } from '../db/fold';

/** Of whom nothing may be found. */
export interface Person {
  readonly name: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly dossierNumber: string | null;
}

export const traces = ['name', 'address', 'phone', 'email', 'dossierNumber'] as const satisfies (keyof Person)[];

export type Trace = (typeof traces)[number];

/** Fewer letters than this could be any word. */
const SHORTEST = 3;

/**
 * What a text tells of a person, however it is written: with diacritics or without, in any case, with other blanks and
 * hyphens, the telephone number with the country's prefix or without.
 */
export function tracesIn(text: string, person: Person): Trace[] {
  const folded = fold(text);
  return traces.filter((part) => {
    const value = person[part];
    if (value === null) return false;
    const words = part === 'phone' ? digitsOf(value) : (fold(value).match(/[\p{L}\p{N}]+/gu) ?? []);
    if (words.join('').length < SHORTEST) return false;
    const before = part === 'phone' ? '' : '(?<![\\p{L}\\p{N}])';
    return new RegExp(`${before}${words.join('[^\\p{L}\\p{N}]*')}(?![\\p{L}\\p{N}])`, 'u').test(folded);
  });
}

/** The digits after `0` or `+84`, each apart: blanks and dots may stand anywhere between them. */
const digitsOf = (phone: string): string[] => Array.from(phone.replace(/\D/g, '').replace(/^(84|0)/, ''));
