import { z } from 'zod';
import { startOf, endOf, toMillis } from '../domain/time';
import { limit } from './list';
import { idOf, localDate, longText, optional, shortText, text } from './text';

const written = z.tuple([
  z.number().int().min(0),
  z.number().int().min(0).max(253_402_300_799_999),
  z.string().max(20),
]);

interface Position {
  readonly rank: number;
  readonly publishedAt: Date;
  readonly number: string;
}

const decoded = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
};

/** Texts that an officer is about to publish. */
export const publicationTexts = z.strictObject({
  title: optional(shortText),
  content: optional(longText),
  text: optional(longText),
});

/** What narrows what is public. */
export const publicationFilters = z.strictObject({
  q: text(200).optional().describe('Words of title, content or answer, with or without diacritics'),
  category: idOf('category').optional(),
  agency: idOf('agency').optional(),
  from: localDate
    .transform((day) => new Date(toMillis(startOf(day))))
    .optional()
    .describe('Published on this day or later'),
  through: localDate
    .transform((day) => new Date(toMillis(endOf(day)) + 1))
    .optional()
    .describe('Published on this day or before'),
});

/** The query of `GET /v1/public/cases`. */
export const publicationQuery = publicationFilters.extend({
  sort: z.enum(['relevance', 'latest']).optional().describe('`relevance` where something is searched, else `latest`'),
  cursor: z
    .string()
    .max(200)
    .refine((cursor) => written.safeParse(decoded(cursor)).success, 'is not a cursor of this list')
    .optional(),
  limit,
});

/** @param cursor one that `publicationQuery` has let pass. */
export function readPosition(cursor: string): Position {
  const [rank, publishedAt, number] = written.parse(decoded(cursor));
  return { rank, publishedAt: new Date(publishedAt), number };
}

export const writePosition = ({ rank, publishedAt, number }: Position): string =>
  Buffer.from(JSON.stringify([rank, publishedAt.getTime(), number])).toString('base64url');
