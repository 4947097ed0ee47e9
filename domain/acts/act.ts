import type { ActionName } from '../actions';
import type { CaseState, Changes, Fault, RefusalReason } from '../case';
import { fault } from '../faults';
import type { ActionInputs } from '../inputs';
import type { Policy } from '../policy';
import { OFFICE, type Actor } from '../roles';
import type { Law } from '../terms';
import type { Instant, LocalDate } from '../time';

/** The moment of an act: when, by whom, under which law. */
export interface Moment {
  readonly at: Instant;
  readonly today: LocalDate;
  readonly by: Actor;
  readonly law: Law;
}

/** The rule of one act, beyond who and from where, which the table says. */
export interface Act<A extends ActionName> {
  /** A further condition that does not depend on the input; what it refuses is not offered either. */
  readonly guard?: (state: CaseState, by: Actor, policy: Policy) => RefusalReason | null;
  /** What is wrong with the input, given the case. */
  readonly faults?: (state: CaseState, input: ActionInputs[A], moment: Moment) => Fault[];
  /** What the record says where the input leaves it to the case. */
  readonly data?: (state: CaseState, input: ActionInputs[A]) => ActionInputs[A];
  readonly changes: (state: CaseState, input: ActionInputs[A], moment: Moment) => Changes;
}

export type Acts<A extends ActionName> = { readonly [N in A]: Act<N> };

export const required = (path: string, message: string): Fault => fault(path, 'required', message);

/** The agency whose rights the actor carries; for reception the Office. */
export const unitOf = (actor: Actor): string | null => (actor.role === 'reception' ? OFFICE : actor.agency);

/** An act that changes nothing but the record. */
export const onRecordOnly = { changes: (): Changes => ({}) };
