/** A text as it is searched: small letters without diacritics; `at` gives where each of its characters came from. */
export interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

/**
 * Folds character by character, so that what is found can be shown in the text as it was written, composed or
 * decomposed. What no eye sees (soft hyphens, joiners) falls away; wide and styled letters become plain ones.
 */
export function folded(written: string): Folded {
  let text = '';
  const at: number[] = [];
  let offset = 0;
  for (const character of written) {
    const plain = character
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .replace(/[đĐ]/g, 'd')
      .toLowerCase();
    text += plain;
    for (let index = 0; index < plain.length; index++) at.push(offset);
    offset += character.length;
  }
  at.push(offset);
  return { text, at };
}

/** Where a part of the folded text stands in the one that was written, its marks included. */
export function writtenSpan({ at }: Folded, start: number, end: number): { start: number; end: number } {
  return { start: at[start] ?? 0, end: at[end] ?? at.at(-1) ?? 0 };
}
