import type { RequestHandler } from 'express';

/** What is the same for everybody is kept by browsers, and asked for again by what they have of it. */
export const REVALIDATED = 'private, no-cache';

/** Public lists and days, and one of each, behind `/v1`. */
const publicLists =
  /^\/(names|agencies|categories|rejection-reasons|publication-forms|policies|calendar|record\/roots)(\/[^/]+)?\/?$/i;

/**
 * Whether browsers keep an answer of `/v1` that does not say so itself: what tells of cases and people stays on no machine
 * that others may use after them.
 */
export const keptByBrowsers: RequestHandler = ({ method, path }, response, next) => {
  const isPublicList = (method === 'GET' || method === 'HEAD') && publicLists.test(path);
  response.set('Cache-Control', isPublicList ? REVALIDATED : 'no-store');
  next();
};
