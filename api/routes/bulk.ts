import type { Router } from 'express';
import type { Actor } from '../../domain/roles';
import { bulk, type BulkAction } from '../../inputs/bulk';
import { someAtOnce } from '../../running/someAtOnce';
import type { ApiContext } from '../context';
import { clientKeyOf, once } from '../idempotency';
import { serve } from '../../http/operation';
import { bulkOperations } from '../operations/bulk';
import { perform } from '../perform';
import { actorOf } from '../../http/principal';
import { presentProblem, validated } from '../../http/problems';
import { caseToActOn } from '../visibleCase';

/** So many cases are asked at a time: the others' requests pass in between. */
const AT_ONCE = 5;

interface Result {
  readonly code: string;
  readonly status: number;
  readonly problem: object | null;
}

/** One act for many cases. */
export function bulkRoutes(context: ApiContext): Router {
  async function actOn(
    code: string,
    { action, input }: { readonly action: BulkAction; readonly input: unknown },
    actor: Actor,
    key: string | null
  ): Promise<Result> {
    try {
      const row = await caseToActOn(context, code, actor, key);
      const asked = { actor, key, content: [action, code, input], of: code, reserved: null };
      const { status } = await once(context, asked, (claim) =>
        perform(context, { action, row, actor, body: input }, claim)
      );
      return { code, status, problem: null };
    } catch (error) {
      const problem = presentProblem(error);
      context.metrics.countProblem(problem.type);
      if (problem.status >= 500) context.log.error({ err: error }, 'an act in bulk failed');
      return { code, status: problem.status, problem };
    }
  }

  return serve(bulkOperations, {
    async actInBulk(request, response) {
      const { cases } = validated(bulk, request.body);
      // What is asked of each case is kept as it was sent: it is what makes two requests the same.
      const sent = request.body as { readonly action: BulkAction; readonly input: unknown };
      const actor = actorOf(response);
      const key = clientKeyOf(request);
      const items = await someAtOnce(cases, (code) => actOn(code, sent, actor, key && `${key}/${code}`), {
        atOnce: AT_ONCE,
      });
      response.json({ items });
    },
  });
}
