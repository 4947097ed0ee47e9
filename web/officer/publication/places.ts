/** A stretch of a text, in UTF-16 code units of it composed and trimmed, as the service counts. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** A text as the service keeps it. */
export const composed = (text: string): string => text.normalize('NFC').trim();

/** Where places stand after a text was edited; those that the edit touched are left out. */
export function movedPlaces<P extends Place>(places: readonly P[], before: string, after: string): P[] {
  if (before === after) return [...places];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const end = before.length - tail;
  return places.flatMap((place) => {
    if (place.offset + place.length <= start) return [place];
    return place.offset >= end ? [{ ...place, offset: place.offset + after.length - before.length }] : [];
  });
}

/** A text with something else in one of its places. */
export const replacedIn = (text: string, { offset, length }: Place, replacement: string): string =>
  text.slice(0, offset) + replacement + text.slice(offset + length);
