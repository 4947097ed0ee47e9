import type { Router } from 'express';
import { figuresAt } from '../../db/figures';
import { asOfQuery } from '../../inputs/calendar';
import { assertPast, caseAsOf } from '../asOf';
import type { ApiContext } from '../context';
import { explainedTerm } from '../explaining';
import { serve } from '../../http/operation';
import { deadlineOperations } from '../operations/deadlines';
import { maySeeTerm } from '../present';
import { actorOf } from '../../http/principal';
import { Problem, validated } from '../../http/problems';
import { visibleCase } from '../visibleCase';

/** Deadlines of cases counted out, and how all cases stand. */
export function deadlineRoutes(context: ApiContext): Router {
  const { db, lawBook, now } = context;
  return serve(deadlineOperations, {
    async explainCaseDeadline(request, response) {
      const actor = actorOf(response);
      const row = await visibleCase(context, request, actor);
      const asOf = assertPast(validated(asOfQuery, request.query).asOf, now());
      const { state } = asOf === undefined ? row : await caseAsOf(context, row, asOf);
      const key = String(request.params['term']);
      const term = Object.hasOwn(state.terms, key) && maySeeTerm(key, actor) ? state.terms[key] : undefined;
      if (term === undefined) throw new Problem('no-such-deadline');
      response.json(await explainedTerm(term, lawBook.calendar));
    },

    async readFigures(request, response) {
      const at = now();
      const asOf = assertPast(validated(asOfQuery, request.query).asOf, at) ?? at;
      response.json({ asOf, items: await figuresAt(db, asOf) });
    },
  });
}
