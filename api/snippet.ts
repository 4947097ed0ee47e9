import { folded, writtenSpan } from '../redaction/folded';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Snippet {
  readonly text: string;
  readonly hits: readonly Span[];
}

const LENGTH = 240;
const BEFORE = 60;

/** Where the words of a search stand in a text, with or without diacritics; in order, none overlapping. */
export function hitsIn(text: string, query: string | undefined): Span[] {
  if (query === undefined) return [];
  const searched = folded(text);
  const words = [...new Set(folded(query).text.split(/\s+/).filter(Boolean))];
  const spans = words.flatMap((word) => {
    const found: Span[] = [];
    for (let at = searched.text.indexOf(word); at >= 0; at = searched.text.indexOf(word, at + word.length))
      found.push(writtenSpan(searched, at, at + word.length));
    return found;
  });
  let last = 0;
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const apart = start >= last;
      if (apart) last = end;
      return apart;
    });
}

/** The part of a published text around the first thing that was searched; its beginning where there is none. */
export function snippetOf(text: string, query: string | undefined): Snippet {
  const hits = hitsIn(text, query);
  const from = wordBoundary(text, Math.max(0, (hits[0]?.start ?? 0) - BEFORE));
  const to = Math.min(text.length, from + LENGTH);
  return {
    text: `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`,
    hits: hits
      .filter(({ start, end }) => start >= from && end <= to)
      .map(({ start, end }) => ({ start: start - from + (from > 0 ? 2 : 0), end: end - from + (from > 0 ? 2 : 0) })),
  };
}

/** No snippet begins within a word. */
function wordBoundary(text: string, from: number): number {
  if (from === 0) return 0;
  const blank = text.indexOf(' ', from);
  return blank < 0 || blank - from > BEFORE ? from : blank + 1;
}
