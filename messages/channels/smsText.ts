import { SegmentedMessage } from 'sms-segments-calculator';
import { shortened } from '../shortened';

/** How short messages are written, whichever way they leave. */
export interface SmsText {
  readonly diacritics: boolean;
  readonly maxSegments: number;
}

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
const withoutDiacritics = (text: string): string =>
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

/** A text as it leaves: without diacritics where so configured, never in more segments than allowed. */
export const smsText = (text: string, { diacritics, maxSegments }: SmsText): string =>
  shortened(
    (diacritics ? text.normalize('NFC') : withoutDiacritics(text)).trim(),
    (part) => segmentsOf(part).parts.length <= maxSegments
  );
