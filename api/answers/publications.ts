import { z } from 'zod';
import { agencyNames } from './registers';
import { id, moment } from './value';

const number = z.string().meta({ examples: ['2026-000123'] });
const hits = z
  .array(z.object({ start: z.int(), end: z.int() }))
  .describe('What was searched, in UTF-16 code units of the text');

const publication = z.object({
  number: number.describe('Its address for good; not the code of its case'),
  url: z.string().describe('Its page'),
  title: z.string(),
  category: id.nullable(),
  agency: id,
  agencies: agencyNames.describe('What it was called on the day of the publication'),
  firstPublishedAt: moment,
  publishedAt: moment,
});

/** A published answer. */
export const publicationAnswer = publication
  .extend({
    content: z.string().nullable().describe('What was asked, as far as it is published'),
    answer: z.string(),
    attachments: z.array(
      z.object({ id, name: z.string(), type: z.string(), size: z.int().describe('Bytes'), href: z.string() })
    ),
  })
  .meta({ id: 'Publication' });

export const publicationPage = z
  .object({
    items: z.array(
      publication
        .extend({ titleHits: hits, snippet: z.object({ text: z.string(), hits }) })
        .meta({ id: 'PublicationOfList' })
    ),
    nextCursor: z.string().nullable().describe('The `cursor` of the next page; null on the last'),
  })
  .meta({ id: 'PublicationPage' });
