import { openDuplicatesOf } from '../db/links';
import { agenciesOn, catalogueOn, type Agency, type CatalogueKind } from '../db/registers';
import type { ActionName } from '../domain/actions';
import type { CaseState, Fault } from '../domain/case';
import { fault } from '../domain/faults';
import type { ActionInputs, Lead } from '../domain/inputs';
import type { Actor } from '../domain/roles';
import { dateOf, type LocalDate } from '../domain/time';
import type { Asked } from '../inputs/actions';
import type { ApiContext } from './context';
import { erasureOf } from './erasing';
import { answerOf, linkedTo } from './linkedCases';

export type Resolved<A extends ActionName> =
  { readonly input: ActionInputs[A] } | { readonly faults: readonly Fault[] };

/**
 * Looks up what an input names in PostgreSQL (agencies, officers, list entries), since the rules know only the case.
 * A name that stands for nothing is a fault of the input.
 */
export async function resolve(
  context: ApiContext,
  state: CaseState,
  action: Exclude<ActionName, 'submit'>,
  asked: Asked<ActionName>,
  actor: Actor
): Promise<Resolved<ActionName>> {
  const { db, accounts, now } = context;
  const today = dateOf(now());
  switch (action) {
    case 'forward': {
      const { lead, coordinating, reason } = asked as Asked<'forward'>;
      const units = await agenciesOn(db, today);
      const faults = [
        ...unknownAgency(units, lead, '/lead'),
        ...coordinating.flatMap((agency, index) => unknownAgency(units, agency, `/coordinating/${String(index)}`)),
      ];
      return checked(faults, () => ({ lead: leadOf(units, lead), coordinating, reason }));
    }
    case 'decide': {
      const { lead, ...decision } = asked as Asked<'decide'>;
      if (lead === null) return { input: { ...decision, lead } };
      const units = await agenciesOn(db, today);
      return checked(unknownAgency(units, lead, '/lead'), () => ({ ...decision, lead: leadOf(units, lead) }));
    }
    case 'assign': {
      const { officer } = asked as Asked<'assign'>;
      const account = await accounts.findAccount(officer);
      const belongs = account !== undefined && !account.disabled && account.agency === state.lead?.agency;
      return checked(belongs ? [] : [fault('/officer', 'unknown', 'is no active account of the lead agency')], () => ({
        officer,
      }));
    }
    case 'accept':
      return checked(
        await unknownEntries(
          context,
          'category',
          dateOf(state.receivedAt),
          [(asked as Asked<'accept'>).category],
          () => '/category'
        ),
        () => asked
      );
    case 'reject':
      return checked(
        await unknownEntries(context, 'rejection_reason', today, [(asked as Asked<'reject'>).reason], () => '/reason'),
        () => asked
      );
    case 'publish': {
      const { answerLinked, ...publication } = asked as Asked<'publish'>;
      const faults = await unknownEntries(
        context,
        'publication_form',
        today,
        publication.forms,
        (index) => `/forms/${String(index)}`
      );
      const linked = answerLinked ? await openDuplicatesOf(db, state.code) : [];
      return checked(faults, () => ({ ...publication, ...(linked.length === 0 ? {} : { linked }) }));
    }
    case 'erase':
      return erasureOf(context, state.code, asked as Asked<'erase'>);
    case 'link':
      return linkedTo(context, asked as Asked<'link'>, actor);
    case 'answerJointly':
      return answerOf(context, state);
    default:
      return { input: asked as ActionInputs[ActionName] };
  }
}

/** The entries of a list that nobody may choose on a day. */
export async function unknownEntries(
  { db }: ApiContext,
  kind: CatalogueKind,
  day: LocalDate,
  codes: readonly (string | null)[],
  path: (index: number) => string
): Promise<Fault[]> {
  const entries = await catalogueOn(db, kind, day);
  return codes.flatMap((code, index) =>
    code === null || entries.some((entry) => entry.code === code)
      ? []
      : [fault(path(index), 'unknown', `is not one of: ${entries.map((entry) => entry.code).join(', ')}`)]
  );
}

const checked = (faults: readonly Fault[], input: () => unknown): Resolved<ActionName> =>
  faults.length > 0 ? { faults } : { input: input() as ActionInputs[ActionName] };

const unknownAgency = (units: readonly Agency[], id: string, path: string): Fault[] =>
  units.some((unit) => unit.id === id) ? [] : [fault(path, 'unknown', `there is no agency "${id}"`)];

function leadOf(units: readonly Agency[], id: string): Lead {
  return { agency: id, needsApproval: units.find((unit) => unit.id === id)?.needsApproval ?? true };
}
