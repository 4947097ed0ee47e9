import type { Router } from 'express';
import { changedSince } from '../../db/senders';
import { changesQuery } from '../../inputs/changes';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { changeOperations } from '../operations/changes';
import { presentForSender } from '../present';
import { actorOf } from '../../http/principal';
import { validated } from '../../http/problems';

/** What connected systems pull, at their own pace. */
export function changeRoutes({ db }: ApiContext): Router {
  return serve(changeOperations, {
    async listChanges(request, response) {
      const { since = '0', limit } = validated(changesQuery, request.query);
      const rows = await changedSince(db, actorOf(response).id, Number(since), limit + 1);
      const page = rows.slice(0, limit);
      response.json({
        items: page.map(presentForSender),
        cursor: String(page.at(-1)?.senderChange ?? since),
        more: rows.length > limit,
      });
    },
  });
}
