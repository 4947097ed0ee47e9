import type { Request, Router } from 'express';
import type { Executor } from '../../db/database';
import { KEPT_DAYS } from '../../db/subscriberDeliveries';
import { listReconciliations, type Reconciliation } from '../../db/reconciliations';
import { findPartner } from '../../db/subscribers';
import { fault } from '../../domain/faults';
import type { Role } from '../../domain/roles';
import { addDays, dateOf, type Instant, type LocalDate } from '../../domain/time';
import { reconciliationInput, reconciliationsQuery } from '../../inputs/subscribers';
import { isPartner, partnerWith, type Partner } from '../../subscribers/partners';
import { createPartnerComparing } from '../../subscribers/partners/comparing';
import type { Differences, ToldVersion } from '../../news/reconciliation';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { partnerOperations } from '../operations/partners';
import { pageOf } from '../../http/page';
import { moment } from '../present';
import { actorOf } from '../../http/principal';
import { invalidInput, Problem, validated } from '../../http/problems';

/** Whether partners hold what they were told (R1.6). */
export function partnerRoutes({ db, now, subscribers }: ApiContext): Router {
  const compare = createPartnerComparing(db, subscribers);
  return serve(partnerOperations, {
    async listReconciliations(request, response) {
      const { day, cursor: before, limit } = validated(reconciliationsQuery, request.query);
      const { id } = await known(db, request);
      const rows = await listReconciliations(db, id, { day, before }, limit + 1);
      const { items, nextCursor } = pageOf(rows, limit, (last) => String(last.id));
      const { role } = actorOf(response);
      response.json({ items: items.map((found) => presented(found, role)), nextCursor });
    },

    async reconcile(request, response) {
      const { day } = validated(reconciliationInput, request.body);
      assertComparable(day, now());
      const partner = await known(db, request);
      if (!partner.enabled) throw new Problem('webhook-off');
      response.status(201).json(presented(await compare(partner, day, now()), actorOf(response).role));
    },
  });
}

/** @throws Problem 404 where no partner is connected under the name. */
async function known(db: Executor, request: Request): Promise<Partner> {
  const name = String(request.params['name']);
  const found = isPartner(name) ? await findPartner(db, name) : undefined;
  const partner = found === undefined ? null : partnerWith(found);
  if (partner === null) throw new Problem('no-such-partner');
  return partner;
}

/** @throws Problem 422 of a day that has not come, or whose messages are not kept any more. */
function assertComparable(day: LocalDate, now: Instant): void {
  const today = dateOf(now);
  if (day > today) throw invalidInput([fault('/day', 'future', 'The day has not come.')]);
  if (day <= addDays(today, -KEPT_DAYS))
    throw invalidInput([fault('/day', 'tooEarly', `Messages that were taken are kept for ${String(KEPT_DAYS)} days.`)]);
}

const nothing: Differences = { missingThere: [], missingHere: [], different: [] };

const presented = ({ id, day, at, here, there, found }: Reconciliation, reader: Role) => ({
  id,
  day,
  at: moment(at),
  here,
  ...('fault' in found
    ? { there: null, ...nothing, cause: null, ...found }
    : { there, ...asReadBy(reader, found), fault: null, cause: null }),
});

/** Administrators, who may see no case, read of one what the partner is told: its code only where that is (R10.3). */
function asReadBy(reader: Role, { missingThere, missingHere, different }: Differences) {
  const hiding = <Told extends ToldVersion>(told: Told) => ({
    ...told,
    caseCode: reader !== 'admin' || told.caseCode === told.reference ? told.caseCode : null,
  });
  return { missingThere: missingThere.map(hiding), missingHere, different: different.map(hiding) };
}
