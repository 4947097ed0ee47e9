import { z } from 'zod';
import { channels } from '../domain/inputs';
import { statuses } from '../domain/statuses';
import { endOf, toMillis } from '../domain/time';
import { identifier, localDate, text } from './text';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Where a page ended, as an opaque text. */
const position = z.tuple([z.number().int().min(0).max(253_402_300_799_999), identifier]);

interface Position {
  readonly urgency: Date;
  readonly code: string;
}

const decoded = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
};

const cursor = z
  .string()
  .max(200)
  .refine((text) => position.safeParse(decoded(text)).success, 'is not a cursor of this list');

export const limit = z.coerce.number().int().min(1).max(200).default(50);

/** The filters of `GET /v1/cases`. */
export const listQuery = z.strictObject({
  status: z.enum(statuses).optional(),
  open: flag.optional(),
  agency: identifier.optional(),
  officer: identifier.optional(),
  category: identifier.optional(),
  channel: z.enum(channels).optional(),
  /** The most urgent deadline ends on this day or before. */
  due: localDate.transform((day) => new Date(toMillis(endOf(day)) + 1)).optional(),
  overdue: flag.optional(),
  waitsFor: identifier.optional(),
  q: text(200).optional(),
  cursor: cursor.optional(),
  limit,
});

/** @param text a cursor that `listQuery` has let pass. */
export function readCursor(text: string): Position {
  const [urgency, code] = position.parse(decoded(text));
  return { urgency: new Date(urgency), code };
}

export const writeCursor = ({ urgency, code }: Position): string =>
  Buffer.from(JSON.stringify([urgency.getTime(), code])).toString('base64url');
