import type { Request, Router } from 'express';
import { recordAdminAct } from '../../db/adminEvents';
import type { Executor } from '../../db/database';
import { addVersions, catalogueOn, versionsOf, type CatalogueKind } from '../../db/registers';
import {
  faultsOfEntry,
  faultsOfEntryPatch,
  versionsOfEntryPatch,
  type CatalogueFacts,
  type EntryPatch,
} from '../../domain/catalogue';
import { codesOf, entryOn, periodsOf, type Version } from '../../domain/register';
import { dateOf, type LocalDate } from '../../domain/time';
import { entryPatch, newEntry } from '../../inputs/registers';
import { administerAs } from '../administering';
import type { ApiContext } from '../context';
import { given } from '../given';
import { serve, type Handler } from '../../http/operation';
import { namesOn } from '../naming';
import { catalogueKindOf, catalogueOperations } from '../operations/catalogue';
import { actorOf } from '../../http/principal';
import { assertFaultless, Problem, validated } from '../../http/problems';
import { viewOf } from '../view';

/** The lists of the law: open to everybody as they may be chosen from, to administrators as they stand and change. */
export function catalogueRoutes({ db, now }: ApiContext): Router {
  const entriesOf =
    (kind: CatalogueKind): Handler =>
    async (request, response) => {
      const { day, knownAt } = viewOf(request, now());
      const entries = await catalogueOn(db, kind, day, knownAt);
      response.json({ items: entries.map(({ code, label, labelEn, basis }) => ({ code, label, labelEn, basis })) });
    };

  return serve(catalogueOperations, {
    listCategories: entriesOf('category'),
    listRejectionReasons: entriesOf('rejection_reason'),
    listPublicationForms: entriesOf('publication_form'),

    async readNames(_request, response) {
      response.json(await namesOn(db, dateOf(now())));
    },

    async readCatalogue(request, response) {
      const { day, knownAt } = viewOf(request, now());
      const known = await versionsOf(db, kindOf(request), knownAt);
      response.json({ items: codesOf(known).map((code) => presentEntry(known, code, day)) });
    },

    async addEntry(request, response) {
      const register = kindOf(request);
      const { code, validFrom, document, ...facts } = validated(newEntry, request.body);
      const { id: by } = actorOf(response);
      const at = now();
      const effectiveFrom = validFrom ?? dateOf(at);
      const known = await administerAs(db, by, async (tx) => {
        assertFaultless(faultsOfEntry(await versionsOf(tx, register), code, effectiveFrom, dateOf(at)));
        await addVersions(tx, [{ register, code, effectiveFrom, facts, document, createdAt: at, createdBy: by }]);
        const subject = `${register}/${code}`;
        const after = { effectiveFrom, ...facts };
        await recordAdminAct(tx, { at, by, act: 'catalogue.add', subject, before: null, after, document });
        return versionsOf(tx, register);
      });
      response.status(201).json(presentEntry(known, code, dateOf(at)));
    },

    async changeEntry(request, response) {
      const register = kindOf(request);
      const code = String(request.params['code']);
      const at = now();
      const { document, effectiveFrom, validThrough, ...facts } = validated(entryPatch, request.body);
      const { id: by } = actorOf(response);
      const patch: EntryPatch = {
        facts: given(facts),
        effectiveFrom: effectiveFrom ?? dateOf(at),
        ...given({ validThrough }),
      };
      const known = await administerAs(db, by, async (tx) => {
        const before = await knownEntry(tx, register, code);
        assertFaultless(faultsOfEntryPatch(before, code, patch, dateOf(at)));
        const versions = versionsOfEntryPatch(before, code, patch);
        await addVersions(
          tx,
          versions.map((version) => ({ register, code, ...version, document, createdAt: at, createdBy: by }))
        );
        const subject = `${register}/${code}`;
        const stood = entryOn(before, code, patch.effectiveFrom);
        await recordAdminAct(tx, { at, by, act: 'catalogue.change', subject, before: stood, after: patch, document });
        return versionsOf(tx, register);
      });
      response.json(presentEntry(known, code, dateOf(at)));
    },
  });
}

/** @throws Problem 404 where the path names no list. */
function kindOf(request: Request): CatalogueKind {
  const { kind } = request.params;
  if (typeof kind === 'string' && Object.hasOwn(catalogueKindOf, kind))
    return catalogueKindOf[kind as keyof typeof catalogueKindOf];
  throw new Problem('no-such-list');
}

async function knownEntry(tx: Executor, register: CatalogueKind, code: string): Promise<Version<CatalogueFacts>[]> {
  const known = await versionsOf(tx, register);
  if (!known.some((version) => version.code === code)) throw new Problem('no-such-entry');
  return known;
}

function presentEntry(known: readonly Version<CatalogueFacts>[], code: string, day: LocalDate) {
  return {
    code,
    offered: entryOn(known, code, day) !== null,
    periods: periodsOf(known, code).map(({ from, through, facts: { ended, ...facts } }) => ({
      from,
      through,
      offered: !ended,
      ...facts,
    })),
  };
}
