import type { Request, Router } from 'express';
import { findCase } from '../../db/cases';
import { maySee } from '../../domain/capacities';
import type { Actor } from '../../domain/roles';
import { bulk, type BulkAction } from '../../inputs/bulk';
import { someAtOnce } from '../../running/someAtOnce';
import type { ApiContext } from '../context';
import { keyOf, once } from '../idempotency';
import { serve } from '../operation';
import { bulkOperations } from '../operations/bulk';
import { actorOf } from '../principal';
import { presentProblem, Problem, validated } from '../problems';
import { perform } from './actions';

/** So many cases are asked at a time: the others' requests pass in between. */
const AT_ONCE = 5;

interface Result {
  readonly code: string;
  readonly status: number;
  readonly problem: object | null;
}

/** One act for many cases. */
export function bulkRoutes(context: ApiContext): Router {
  async function actOn(request: Request, code: string, action: BulkAction, actor: Actor): Promise<Result> {
    const { input } = request.body as { input: unknown };
    try {
      const row = await findCase(context.db, code);
      if (row === undefined) throw new Problem('no-such-case');
      if (!maySee(row.state, actor)) throw new Problem('forbidden');
      const key = keyOf(request);
      const asked = { actor, key: key && `${key}/${code}`, content: [action, code, input], of: code, reserved: null };
      const { status } = await once(context, asked, (claim) => perform(context, action, row, actor, input, claim));
      return { code, status, problem: null };
    } catch (error) {
      const problem = presentProblem(error);
      if (problem.status >= 500) context.log.error({ err: error }, 'an act in bulk failed');
      return { code, status: problem.status, problem };
    }
  }

  return serve(bulkOperations, {
    async actInBulk(request, response) {
      const { action, cases } = validated(bulk, request.body);
      const actor = actorOf(response);
      keyOf(request);
      const items = await someAtOnce(cases, (code) => actOn(request, code, action, actor), { atOnce: AT_ONCE });
      response.json({ items });
    },
  });
}
