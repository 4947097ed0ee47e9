import { z } from 'zod';
import { identifier } from './text';

/** A place in a list sorted by urgency: between it and the rest lies nothing that a page could miss. */
export interface Position {
  readonly urgency: Date;
  readonly code: string;
}

/** A position, and which way a page lies from it. */
export interface Cursor extends Position {
  readonly direction: 'after' | 'before';
}

/** What is said of a cursor that no page of the list gave. */
export const NOT_OURS = 'is not a cursor of this list';

/** The number by which a list is sorted, as a page of it gave it. */
export const numberCursor = z
  .string()
  .regex(/^[1-9][0-9]{0,14}$/, NOT_OURS)
  .transform(Number);

const decoded = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
};

/** An opaque text that a page of a list gave: the values by which the list is sorted, as they were at its end. */
export const opaqueCursor = <Place extends z.ZodTuple>(place: Place) =>
  z
    .string()
    .max(200)
    .refine((text) => place.safeParse(decoded(text)).success, NOT_OURS)
    .transform((text) => place.parse(decoded(text)));

/** The text that `opaqueCursor` reads. */
export const writeOpaque = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** Milliseconds since 1970 that a date can hold. */
export const millis = z.number().int().min(0).max(253_402_300_799_999);

/** Of a list sorted by urgency. */
export const cursor = opaqueCursor(
  z.tuple([millis, identifier, z.enum(['after', 'before']).default('after')])
).transform(([urgency, code, direction]): Cursor => ({ urgency: new Date(urgency), code, direction }));

export const writeCursor = ({ urgency, code }: Position, direction: Cursor['direction']): string =>
  writeOpaque([urgency.getTime(), code, direction]);
