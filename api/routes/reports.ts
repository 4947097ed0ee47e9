import type { Router } from 'express';
import { daysOf, quarterOf } from '../../domain/quarters';
import { dateOf } from '../../domain/time';
import { reportQuery } from '../../inputs/report';
import { assertPast } from '../asOf';
import type { ApiContext } from '../context';
import { serve } from '../operation';
import { reportOperations } from '../operations/reports';
import { validated } from '../problems';
import { reportOf } from '../reporting';

/** How the agencies handled what came in. */
export function reportRoutes(context: ApiContext): Router {
  return serve(reportOperations, {
    async readReport(request, response) {
      const { from, through, asOf: moment, ...given } = validated(reportQuery, request.query);
      const now = context.now();
      const asOf = assertPast(moment, now) ?? now;
      const period = from === undefined || through === undefined ? daysOf(quarterOf(dateOf(now))) : { from, through };
      const asked = { ...given, ...period, asOf };
      response.json({ ...period, asOf, by: given.by, ...(await reportOf(context, asked)) });
    },
  });
}
