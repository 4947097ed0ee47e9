import { z } from 'zod';
import { startOf, endOf, toMillis } from '../domain/time';
import { millis, opaqueCursor, writeOpaque } from './cursor';
import { limit } from './list';
import { identifier, idOf, localDate, longText, optional, shortText, text } from './text';

/** A place in a list of what is public. */
interface Position {
  readonly rank: number;
  readonly publishedAt: Date;
  readonly number: string;
}

const position = opaqueCursor(z.tuple([z.number().int().min(0), millis, identifier])).transform(
  ([rank, publishedAt, number]): Position => ({ rank, publishedAt: new Date(publishedAt), number })
);

export const writePosition = ({ rank, publishedAt, number }: Position): string =>
  writeOpaque([rank, publishedAt.getTime(), number]);

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
  cursor: position.optional(),
  limit,
});
