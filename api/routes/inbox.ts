import type { Router } from 'express';
import { countCases } from '../../db/caseCounts';
import { dateOf, endOf, toMillis } from '../../domain/time';
import { viewsOf } from '../../domain/views';
import { caseFilterOf } from '../caseFilter';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { inboxOperations, mostCounted } from '../operations/inbox';
import { actorOf } from '../../http/principal';
import { validated } from '../../http/problems';

/** What somebody's work is made of. */
export function inboxRoutes({ db, now }: ApiContext): Router {
  return serve(inboxOperations, {
    async readInbox(request, response) {
      const actor = actorOf(response);
      const at = now();
      const filter = caseFilterOf(validated(inboxOperations.readInbox.query, request.query), actor, at);
      const bounds = {
        now: new Date(toMillis(at)),
        tonight: new Date(toMillis(endOf(dateOf(at)))),
        most: mostCounted(filter),
      };
      const items = viewsOf[actor.role].map(async (view) => ({
        view,
        ...(await countCases(db, actor, { ...filter, view }, bounds)),
      }));
      response.json({ items: await Promise.all(items), most: bounds.most });
    },
  });
}
