import { keptEnd } from './headMark';

/** A text with as many of its words as fit; the address and the head of the chain at its end stay. */
export function shortened(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text;
  const end = keptEnd.exec(text)?.[0] ?? '';
  const words = text.slice(0, text.length - end.length).split(/(?=\s)/);
  const cut = (count: number) => `${words.slice(0, count).join('')}...${end}`;
  return cut(longest(words.length, (count) => fits(cut(count))));
}

/** The greatest number up to `most` that is still good, where everything below a good one is good. */
function longest(most: number, isGood: (count: number) => boolean): number {
  let [good, bad] = [0, most + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isGood(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
