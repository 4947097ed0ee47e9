import type { Router } from 'express';
import { z } from 'zod';
import { colleaguesOf } from '../../accounts/colleagues';
import { administer } from '../../db/administer';
import { recordAdminAct } from '../../db/adminEvents';
import type { Database, Executor } from '../../db/database';
import {
  addDelegation,
  delegationsFrom,
  endDelegation,
  findDelegation,
  listDelegations,
  type DelegationRow,
} from '../../db/delegations';
import { faultsOfDelegation } from '../../domain/delegation';
import type { Actor } from '../../domain/roles';
import { dateOf, type LocalDate } from '../../domain/time';
import { newDelegation } from '../../inputs/registers';
import { administerAs } from '../administering';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { delegationOperations } from '../operations/delegations';
import { moment, momentOrNull } from '../present';
import { actorOf } from '../../http/principal';
import { assertFaultless, Problem, validated } from '../../http/problems';

/** As many as anybody looks through. */
const MOST_LISTED = 200;

/** Standing in for an absent head (R10.3). Whoever stands in cannot pass it on. */
export function delegationRoutes({ db, now }: ApiContext): Router {
  return serve(delegationOperations, {
    async listDelegations(_request, response) {
      const { id, role } = actorOf(response);
      const rows = await listDelegations(db, role === 'admin' ? null : id, MOST_LISTED);
      response.json({ items: rows.map((row) => present(row, dateOf(now()))) });
    },

    async addDelegation(request, response) {
      const actor = actorOf(response);
      const { absent: named, ...given } = validated(newDelegation, request.body);
      if (actor.standsInFor !== undefined || (actor.role !== 'admin' && named !== null && named !== actor.id))
        throw new Problem('forbidden');
      const at = now();
      const asked = { ...given, absent: named ?? actor.id };
      const row = await administerBy(db, actor, async (tx) => {
        const people = await colleaguesOf(tx, [asked.absent, asked.delegate]);
        const [absent, delegate] = [people.get(asked.absent), people.get(asked.delegate)];
        assertFaultless(faultsOfDelegation(asked, absent, delegate, await delegationsFrom(tx, asked.from), dateOf(at)));
        const added = await addDelegation(tx, { ...asked, createdAt: at, createdBy: actor.id });
        const subject = `delegation/${added.id}`;
        const act = { at, by: actor.id, act: 'delegation.add', subject, document: null };
        await recordAdminAct(tx, { ...act, before: null, after: asked });
        return added;
      });
      response.status(201).json(present(row, dateOf(at)));
    },

    async endDelegation(request, response) {
      const actor = actorOf(response);
      const id = z.uuid().safeParse(request.params['delegation']);
      const at = now();
      await administerBy(db, actor, async (tx) => {
        const row = id.success ? await findDelegation(tx, id.data) : undefined;
        if (row === undefined) throw new Problem('no-such-delegation');
        const isParty = actor.standsInFor === undefined && [row.absent, row.delegate].includes(actor.id);
        if (actor.role !== 'admin' && !isParty) throw new Problem('forbidden');
        if (row.endedAt !== null) return;
        await endDelegation(tx, row, { at, by: actor.id });
      });
      response.status(204).end();
    },
  });
}

/** Heads and delegates act by rules that look at their accounts themselves; an administrator must be one still. */
const administerBy = <T>(db: Database, { id, role }: Actor, act: (tx: Executor) => Promise<T>): Promise<T> =>
  role === 'admin' ? administerAs(db, id, act) : administer(db, act);

function present({ createdAt, endedAt, ...row }: DelegationRow, today: LocalDate) {
  return {
    ...row,
    inForce: endedAt === null && row.from <= today && today <= row.through,
    createdAt: moment(createdAt),
    endedAt: momentOrNull(endedAt),
  };
}
