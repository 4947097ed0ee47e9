import { Router } from 'express';
import { agenciesOn, catalogueOn, type CatalogueKind } from '../../db/registers';
import { allPolicies } from '../../db/law';
import { dateOf } from '../../domain/time';
import type { ApiContext } from '../context';

const lists: Readonly<Record<string, CatalogueKind>> = {
  categories: 'category',
  'rejection-reasons': 'rejection_reason',
  'publication-forms': 'publication_form',
};

/** The lists that forms are filled from; open to everybody. */
export function catalogueRoutes({ db, now }: ApiContext): Router {
  const router = Router();

  for (const [path, kind] of Object.entries(lists))
    router.get(`/v1/${path}`, async (_request, response) => {
      const entries = await catalogueOn(db, kind, dateOf(now()));
      response.json({ items: entries.map(({ code, label, labelEn, basis }) => ({ code, label, labelEn, basis })) });
    });

  router.get('/v1/agencies', async (_request, response) => {
    const units = await agenciesOn(db, dateOf(now()));
    response.json({ items: units.map(({ id, name, nameEn }) => ({ id, name, nameEn })) });
  });

  router.get('/v1/policies', async (_request, response) => {
    response.json({ items: await allPolicies(db) });
  });

  return router;
}
