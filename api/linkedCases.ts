import { findCase } from '../db/cases';
import { eventsOf } from '../db/recorded';
import { maySee } from '../domain/capacities';
import type { CaseState, Fault } from '../domain/case';
import { fault } from '../domain/faults';
import type { ActionInputs } from '../domain/inputs';
import type { Actor } from '../domain/roles';
import type { Asked } from '../inputs/actions';
import { ERASED } from '../record/personal';
import type { ApiContext } from './context';

type LookedUp<A extends 'link' | 'answerJointly'> =
  { readonly input: ActionInputs[A] } | { readonly faults: readonly Fault[] };

/** The case that a link names, with its receipt. One that the actor may not see is as good as none. */
export async function linkedTo({ db }: ApiContext, asked: Asked<'link'>, actor: Actor): Promise<LookedUp<'link'>> {
  const row = await findCase(db, asked.to);
  return row !== undefined && maySee(row.state, actor)
    ? { input: { ...asked, receivedAt: row.state.receivedAt } }
    : { faults: [fault('/to', 'unknown', 'There is no case with this code.')] };
}

/** What is published now of the case that carries the answer for this one: what was taken back or erased is given to nobody. */
export async function answerOf({ db }: ApiContext, { link }: CaseState): Promise<LookedUp<'answerJointly'>> {
  const principal = link?.to;
  const [row, events] =
    principal === undefined ? [undefined, []] : await Promise.all([findCase(db, principal), eventsOf(db, principal)]);
  const publication = events.findLast((event) => event.type === 'publish');
  const text = row?.publishedAnswer ?? null;
  if (principal === undefined || publication === undefined || text === null || text === ERASED)
    return {
      faults: [fault('', 'notPublished', 'The case that it is linked to has no answer published.')],
    };
  return { input: { principal, forms: publication.data.forms, text } };
}
