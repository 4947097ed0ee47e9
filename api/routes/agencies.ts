import type { Router } from 'express';
import { listReforms, type ReformRow } from '../../db/agencyReforms';
import { agenciesOn, versionsOf, type Agency } from '../../db/registers';
import type { AgencyVersion } from '../../domain/agencies';
import { periodsOf } from '../../domain/register';
import { addDays, dateOf, type LocalDate } from '../../domain/time';
import { agencyPatch, agencyReform, newAgency } from '../../inputs/registers';
import { agencyNamesOn } from '../agencyNames';
import type { ApiContext } from '../context';
import { given } from '../given';
import { serve } from '../../http/operation';
import { agencyOperations } from '../operations/agencies';
import { moment } from '../present';
import { actorOf } from '../../http/principal';
import { Problem, validated } from '../../http/problems';
import { previewReform } from '../reformPreview';
import { amendAgency, foundAgency, reformAgencies } from '../reforming';
import { viewOf } from '../view';

/** The units of the province, as they stand on any day, and how they change. */
export function agencyRoutes(context: ApiContext): Router {
  const { db, now, reforms } = context;

  const present = async (row: ReformRow, known: readonly AgencyVersion[]) =>
    presentReform(row, await reforms.progress(row), known, dateOf(now()));
  const today = async (id: string): Promise<Agency | undefined> =>
    (await agenciesOn(db, dateOf(now()))).find((agency) => agency.id === id);

  return serve(agencyOperations, {
    async listAgencies(request, response) {
      const { day, knownAt } = viewOf(request, now());
      response.json({ items: await agenciesOn(db, day, knownAt) });
    },

    async addAgency(request, response) {
      const { id, validFrom, document, ...facts } = validated(newAgency, request.body);
      const founded = { ...facts, successor: null };
      await foundAgency(context, id, founded, validFrom, { by: actorOf(response).id, document });
      response.status(201).json({ id, ...founded, validFrom: validFrom ?? dateOf(now()), validThrough: null });
    },

    async listReforms(_request, response) {
      const [rows, known] = await Promise.all([listReforms(db), versionsOf(db, 'agency')]);
      response.json({ items: await Promise.all(rows.map((row) => present(row, known))) });
    },

    async reformAgencies(request, response) {
      const { document, ...reform } = validated(agencyReform, request.body);
      const row = await reformAgencies(context, reform, { by: actorOf(response).id, document });
      response.status(201).json(await present(row, await versionsOf(db, 'agency')));
    },

    async previewReform(request, response) {
      const { document: _, ...reform } = validated(agencyReform, request.body);
      response.json(await previewReform(context, reform));
    },

    async readAgency(request, response) {
      const id = String(request.params['agency']);
      const periods = periodsOf(await versionsOf(db, 'agency', viewOf(request, now()).knownAt), id);
      if (periods.length === 0) throw new Problem('no-such-agency');
      response.json({
        id,
        periods: periods.map(({ from, through, facts: { ended, ...facts } }) => ({
          from,
          through,
          ...facts,
          exists: !ended,
        })),
      });
    },

    async changeAgency(request, response) {
      const id = String(request.params['agency']);
      const { document, ...facts } = validated(agencyPatch, request.body);
      await amendAgency(context, id, given(facts), { by: actorOf(response).id, document });
      response.json(await today(id));
    },
  });
}

function presentReform(
  { id, reform, effectiveOn, from, successor, document, createdAt, handedOverAt }: ReformRow,
  progress: { readonly passedOn: number; readonly remaining: number },
  known: readonly AgencyVersion[],
  today: LocalDate
) {
  const done = successor === null ? effectiveOn <= today : handedOverAt !== null;
  return {
    id,
    kind: reform?.kind ?? 'approval',
    reform,
    effectiveOn,
    from,
    successor,
    agencies: agencyNamesOn(addDays(effectiveOn, -1), [...from, ...[reform?.from].flat(), successor], known),
    document,
    createdAt: moment(createdAt),
    state: done ? 'done' : effectiveOn > today ? 'scheduled' : 'underWay',
    ...progress,
  };
}
