const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** The beginning of a text, of at most so many UTF-16 units; no character is cut. */
export function withinCharacters(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = [...characters.segment(text)].findLast(({ index }) => index <= most)?.index ?? 0;
  return text.slice(0, end);
}
