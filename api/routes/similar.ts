import type { Router } from 'express';
import { similarCases } from '../../db/similarCases';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { similarOperations } from '../operations/similar';
import { presentListed } from '../present';
import { actorOf } from '../../http/principal';
import { visibleCase } from '../visibleCase';

const MOST = 20;

/** What the officer at reception sees beside a case: what may belong to it (S5). */
export function similarRoutes(context: ApiContext): Router {
  return serve(similarOperations, {
    async listSimilar(request, response) {
      const actor = actorOf(response);
      const subject = await visibleCase(context, request, actor);
      const similar = await similarCases(context.db, subject, actor, MOST);
      response.json({
        items: similar.map(({ row, score, similarities }) => ({
          ...presentListed(row, actor),
          score,
          reasons: similarities,
        })),
      });
    },
  });
}
