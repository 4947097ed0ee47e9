import type { Router } from 'express';
import { overviewAt } from '../../db/overview';
import { isOfAgency, OFFICE } from '../../domain/roles';
import { addDays, dateOf, endOf, startOf, toMillis, weekday } from '../../domain/time';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { overviewOperations } from '../operations/overview';
import { principalOf } from '../../http/principal';

const DAYS_OF_ANSWERS = 90;
const WEEKS = 12;
const DAYS_SOON = 3;

/** What is late and with whom, and who the people behind the ids are. */
export function overviewRoutes({ db, accounts, now }: ApiContext): Router {
  return serve(overviewOperations, {
    async readOverview(_request, response) {
      const at = now();
      const today = dateOf(at);
      const since = startOf(addDays(today, -DAYS_OF_ANSWERS));
      const monday = addDays(today, 1 - weekday(today));
      const soonThrough = addDays(today, DAYS_SOON);
      const rows = await overviewAt(db, {
        now: new Date(toMillis(at)),
        soon: new Date(toMillis(endOf(soonThrough))),
        since: new Date(toMillis(since)),
        weeksSince: new Date(toMillis(startOf(addDays(monday, -7 * (WEEKS - 1))))),
      });
      response.json({ at, since, soonThrough, ...rows });
    },

    async listPeople(_request, response) {
      const { role, agency } = principalOf(response);
      response.json({ items: await accounts.people(isOfAgency(role) ? [agency ?? OFFICE, OFFICE] : null) });
    },
  });
}
