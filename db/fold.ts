/**
 * Text as search compares it: lower case, without diacritics, `đ` as `d`, blanks single.
 * Composed and decomposed Unicode fold to the same, so do wide and styled letters; what no eye sees falls away.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** A folded text as a pattern of LIKE that finds it anywhere. */
export const containing = (text: string): string => `%${fold(text).replace(/[\\%_]/g, '\\$&')}%`;
