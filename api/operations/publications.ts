import { z } from 'zod';
import { publicationFilters, publicationQuery } from '../../inputs/publications';
import { publicationAnswer, publicationPage } from '../answers/publications';
import { ifNoneMatch } from '../../http/headers';
import type { Operations } from '../../http/operation';

const ofPublication = z.object({ number: z.string() });
const unchanged = 'You have it already';
const xml = (mediaType: string, description: string) => ({ mediaType, description });

/** What everybody may read of cases: published texts and nothing else (R1.2, R9.1). */
export const publicationOperations = {
  listPublications: {
    route: 'GET /v1/public/cases',
    summary: 'Published answers, searchable with or without diacritics',
    for: 'anyone',
    headers: ifNoneMatch,
    query: publicationQuery,
    answers: { 200: publicationPage, 304: unchanged },
    problems: ['too-many-attempts'],
  },
  readPublication: {
    route: 'GET /v1/public/cases/{number}',
    summary: 'A published answer',
    for: 'anyone',
    headers: ifNoneMatch,
    params: ofPublication,
    answers: { 200: publicationAnswer, 304: unchanged },
    problems: ['too-many-attempts', 'no-such-publication', 'no-longer-published'],
  },
  readPublicationPage: {
    route: 'GET /answers/{number}',
    summary: 'A published answer as a page, with what previews of links show',
    for: 'anyone',
    headers: ifNoneMatch,
    params: ofPublication,
    answers: {
      200: xml('text/html', 'The page'),
      304: unchanged,
      404: xml('text/html', 'For a browser: a page that says so'),
      410: xml('text/html', 'For a browser: a page that says so'),
    },
    problems: ['too-many-attempts', 'no-such-publication', 'no-longer-published'],
  },
  readFeed: {
    route: 'GET /feed.atom',
    summary: 'The latest published answers as an Atom feed (RFC 4287)',
    for: 'anyone',
    headers: ifNoneMatch,
    query: publicationFilters,
    answers: { 200: xml('application/atom+xml', 'The feed'), 304: unchanged },
    problems: ['too-many-attempts'],
  },
  readSitemap: {
    route: 'GET /sitemap.xml',
    summary: 'The addresses of all published answers, or an index of site maps where they are too many for one',
    for: 'anyone',
    headers: ifNoneMatch,
    answers: { 200: xml('application/xml', 'A site map or an index of them'), 304: unchanged },
    problems: ['too-many-attempts'],
  },
  readSitemapPart: {
    route: 'GET /sitemaps/{part}',
    summary: 'A part of the site map, such as `1.xml`',
    for: 'anyone',
    headers: ifNoneMatch,
    params: z.object({ part: z.string() }),
    answers: { 200: xml('application/xml', 'A site map'), 304: unchanged },
    problems: ['too-many-attempts', 'no-such-page'],
  },
} satisfies Operations;
