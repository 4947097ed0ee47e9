import type { Router } from 'express';
import { quarterlyDocument } from '../../documents/quarterlyDocument';
import { quarterlyWorkbook } from '../../documents/quarterlyWorkbook';
import { daysOf, quarterBefore, quarterOf } from '../../domain/quarters';
import { dateOf } from '../../domain/time';
import { quarterlyQuery, reportQuery } from '../../inputs/report';
import { assertPast } from '../asOf';
import type { ApiContext } from '../context';
import { XLSX } from '../documentTypes';
import { serve } from '../../http/operation';
import { reportOperations } from '../operations/reports';
import { actorOf } from '../../http/principal';
import { validated } from '../../http/problems';
import { quarterlyReport } from '../quarterly';
import { leadWithin, reportOf, withLists } from '../reporting';
import { sendDocument } from '../sendDocument';

/** How the agencies handled what came in. */
export function reportRoutes(context: ApiContext): Router {
  return serve(reportOperations, {
    async readReport(request, response) {
      const { from, through, asOf: moment, ...given } = validated(reportQuery, request.query);
      const now = context.now();
      const asOf = assertPast(moment, now) ?? now;
      const period = from === undefined || through === undefined ? daysOf(quarterOf(dateOf(now))) : { from, through };
      const asked = { ...given, ...period, asOf, lead: leadWithin(actorOf(response), given.lead) };
      response.json({ ...period, asOf, by: given.by, ...withLists(await reportOf(context, asked), asked) });
    },

    async exportQuarterly(request, response) {
      const { year, quarter: number, format, asOf } = validated(quarterlyQuery, request.query);
      const now = context.now();
      const actor = actorOf(response);
      const quarter =
        year === undefined || number === undefined ? quarterBefore(quarterOf(dateOf(now))) : { year, quarter: number };
      const report = await quarterlyReport(context, actor, quarter, assertPast(asOf, now) ?? now);
      const name = `bao-cao-quy-${String(quarter.quarter)}-${String(quarter.year)}`;
      if (format === 'xlsx')
        response
          .attachment(`${name}.xlsx`)
          .type(XLSX)
          .send(await quarterlyWorkbook(report));
      else await sendDocument(context, response, quarterlyDocument(report), name, format);
    },
  });
}
