import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { Router } from 'express';
import { isForPerson } from '../forPerson';

/** What belongs to programs is never answered with a page. */
const forPrograms = /^\/(v1|assets|docs|openapi\.json|healthz|readyz|metrics)(\/|$)/;

/**
 * The pages. Files under `/assets` carry their content's hash in their names and are kept for ever; every other address
 * gives a browser the one document, whose script finds out what to show. Nothing where no pages were built.
 */
export function pageRoutes(folder: string): Router {
  const router = Router();
  const document = join(folder, 'index.html');
  if (!existsSync(document)) return router;
  router.use('/assets', compression(), express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y' }));
  router.get(/^\//, compression(), (request, response, next) => {
    if (!isForPerson(request) || forPrograms.test(request.path)) {
      next();
      return;
    }
    response.set('Cache-Control', 'no-cache');
    response.sendFile(document);
  });
  return router;
}
