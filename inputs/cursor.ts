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

const written = z.tuple([
  z.number().int().min(0).max(253_402_300_799_999),
  identifier,
  z.enum(['after', 'before']).default('after'),
]);

const decoded = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
};

/** An opaque text that a page of the list gave. */
export const cursor = z
  .string()
  .max(200)
  .refine((text) => written.safeParse(decoded(text)).success, 'is not a cursor of this list');

/** @param text a cursor that its schema has let pass. */
export function readCursor(text: string): Cursor {
  const [urgency, code, direction] = written.parse(decoded(text));
  return { urgency: new Date(urgency), code, direction };
}

export const writeCursor = ({ urgency, code }: Position, direction: Cursor['direction']): string =>
  Buffer.from(JSON.stringify([urgency.getTime(), code, direction])).toString('base64url');
