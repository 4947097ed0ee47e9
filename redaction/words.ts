import type { Folded } from './folded';

/** A run of letters and digits. `start` and `end` count in the folded text. */
export interface Word {
  readonly folded: string;
  /** As it was written, composed. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  /** All of several letters are capitals. */
  readonly capitals: boolean;
}

export function wordsOf(text: string, { text: searched, at }: Folded): Word[] {
  return [...searched.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => {
    const { index: start } = match;
    const end = start + match[0].length;
    const written = text
      .slice(at[start], at[end])
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}]/gu, '');
    return {
      folded: match[0],
      written,
      start,
      end,
      capital: /^\p{Lu}/u.test(written),
      capitals: written.length > 1 && /^[\p{Lu}\p{N}]+$/u.test(written) && /\p{Lu}/u.test(written),
    };
  });
}

/** Whether a word can stand for another one: the same with its marks, or without any. */
export const writes = (word: Word, meant: string): boolean => {
  const written = word.written.toLowerCase();
  return written === meant.normalize('NFC').toLowerCase() || written === word.folded;
};
