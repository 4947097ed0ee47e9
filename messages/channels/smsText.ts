import { SegmentedMessage } from 'sms-segments-calculator';
import type { SmsText } from '../config';
import { keptEnd } from '../headMark';

/** Signs that GSM-7 lacks and that would make a whole message twice as long. */
const plainSigns: readonly (readonly [RegExp, string])[] = [
  [/[“”„«»]/g, '"'],
  [/[‘’]/g, "'"],
  [/[–—]/g, '-'],
  [/…/g, '...'],
  [/\u00a0/g, ' '],
  [/đ/g, 'd'],
  [/Đ/g, 'D'],
];

/** Vietnamese without diacritics, as networks take it in one-byte signs. */
export const withoutDiacritics = (text: string): string =>
  plainSigns.reduce(
    (folded, [sign, plain]) => folded.replace(sign, plain),
    text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
  );

/** The parts in which a text travels, and whether they are in GSM-7 or UCS-2. */
export interface Segments {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly parts: readonly string[];
}

export function segmentsOf(text: string): Segments {
  const message = new SegmentedMessage(text);
  const parts = message.segments.map((segment) =>
    (segment as readonly { readonly raw?: string }[]).map(({ raw }) => raw ?? '').join('')
  );
  return { encoding: message.encodingName, parts };
}

/** A text as it leaves: without diacritics where so configured, never in more segments than allowed; the address and the head of the chain at its end stay. */
export function smsText(text: string, { diacritics, maxSegments }: SmsText): string {
  const whole = (diacritics ? text.normalize('NFC') : withoutDiacritics(text)).trim();
  if (segmentsOf(whole).parts.length <= maxSegments) return whole;
  const end = keptEnd.exec(whole)?.[0] ?? '';
  const words = whole.slice(0, whole.length - end.length).split(/(?=\s)/);
  const fitting = longest(words.length, (count) => fits(`${words.slice(0, count).join('')}...${end}`, maxSegments));
  return `${words.slice(0, fitting).join('')}...${end}`;
}

const fits = (text: string, maxSegments: number): boolean => segmentsOf(text).parts.length <= maxSegments;

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
