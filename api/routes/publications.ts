import { join } from 'node:path';
import type { Response, Router } from 'express';
import { countPublications, publicationAddresses, publicationsChangedAt } from '../../db/publications';
import { searchPublications } from '../../db/publicationSearch';
import { versionsOf } from '../../db/registers';
import { publicationFilters, publicationQuery, writePosition } from '../../inputs/publications';
import { answerPages } from '../answerPage';
import type { ApiContext } from '../context';
import { atomFeed } from '../feed';
import { isForPerson } from '../forPerson';
import { factsOn } from '../../domain/register';
import { serve } from '../../http/operation';
import { publicationOperations } from '../operations/publications';
import { pageOf } from '../../http/page';
import { presentFound, presentPublication, publishedOn } from '../presentPublication';
import { Problem, validated } from '../../http/problems';
import { statusOf } from '../../http/problemTypes';
import { findPublished } from '../findPublished';
import { LONGEST_SITEMAP, sitemap, sitemapIndex } from '../sitemap';

const FEED_ENTRIES = 50;

/** Kept for a minute at most and then asked for again: what is taken back is gone everywhere within a minute. */
const CACHED = 'public, max-age=60, must-revalidate';

/** Published answers for everybody; nothing here reads anything but `publications`. */
export function publicationRoutes({ db, pages, publicUrl }: ApiContext): Router {
  const page = answerPages(join(pages, 'index.html'), publicUrl);
  const cached = (response: Response, changedAt: Date | null): Response => {
    response.set('Cache-Control', CACHED);
    if (changedAt !== null) response.set('Last-Modified', changedAt.toUTCString());
    return response;
  };

  return serve(publicationOperations, {
    async listPublications(request, response) {
      const {
        sort,
        cursor: after = null,
        limit,
        through: before,
        ...filter
      } = validated(publicationQuery, request.query);
      const order = sort ?? (filter.q === undefined ? 'latest' : 'relevance');
      const [rows, known] = await Promise.all([
        searchPublications(db, { ...filter, before }, order, after, limit + 1),
        versionsOf(db, 'agency'),
      ]);
      const { items, nextCursor } = pageOf(rows, limit, ({ publication, rank }) =>
        writePosition({ ...publication, rank })
      );
      cached(response, null).json({
        items: items.map((row) => presentFound(row, publicUrl, filter.q, known)),
        nextCursor,
      });
    },

    async readPublication(request, response) {
      const row = await findPublished(db, String(request.params['number']));
      if (typeof row === 'string') throw new Problem(row);
      cached(response, row.changedAt).json(await presentPublication(db, row, publicUrl));
    },

    async readPublicationPage(request, response) {
      const row = await findPublished(db, String(request.params['number']));
      if (typeof row !== 'string') cached(response, row.changedAt).type('html').send(page.ofAnswer(row));
      else if (isForPerson(request))
        cached(response, null).vary('Accept').status(statusOf(row)).type('html').send(page.ofAbsence(row));
      else throw new Problem(row);
    },

    async readFeed(request, response) {
      const { through: before, ...filter } = validated(publicationFilters, request.query);
      const changedAt = await publicationsChangedAt(db);
      const rows = await searchPublications(db, { ...filter, before }, 'latest', null, FEED_ENTRIES);
      const known = await versionsOf(db, 'agency');
      const feed = atomFeed({
        publicUrl,
        self: publicUrl + request.originalUrl,
        updated: changedAt ?? new Date(0),
        entries: rows.map(({ publication }) => publication),
        authorOf: (row) => factsOn(known, row.agency, publishedOn(row))?.name ?? row.agency,
      });
      cached(response, changedAt).type('application/atom+xml').send(feed);
    },

    async readSitemap(_request, response) {
      const [count, changedAt] = await Promise.all([countPublications(db), publicationsChangedAt(db)]);
      const map =
        count > LONGEST_SITEMAP
          ? sitemapIndex(publicUrl, count)
          : sitemap(publicUrl, await publicationAddresses(db, LONGEST_SITEMAP, 0));
      cached(response, changedAt).type('application/xml').send(map);
    },

    async readSitemapPart(request, response) {
      const part = /^([1-9]\d{0,5})\.xml$/.exec(String(request.params['part']))?.[1];
      if (part === undefined) throw new Problem('no-such-page');
      const changedAt = await publicationsChangedAt(db);
      const addresses = await publicationAddresses(db, LONGEST_SITEMAP, (Number(part) - 1) * LONGEST_SITEMAP);
      if (addresses.length === 0) throw new Problem('no-such-page');
      cached(response, changedAt).type('application/xml').send(sitemap(publicUrl, addresses));
    },
  });
}
