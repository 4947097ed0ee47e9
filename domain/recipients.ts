import type { CaseState } from './case';
import { LEADERSHIP } from './holdings';
import { OFFICE } from './roles';

/** Whom a notice is for: the submitter, the people of a unit, one account, or the leadership. */
export type Recipient =
  | { readonly kind: 'submitter' }
  | { readonly kind: 'unit'; readonly agency: string }
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: typeof LEADERSHIP };

export const submitter: Recipient = { kind: 'submitter' };
export const office: Recipient = { kind: 'unit', agency: OFFICE };
export const leadership: Recipient = { kind: LEADERSHIP };

/** The agency that leads the case; the Office while none does. */
export const leadUnit = (state: CaseState): Recipient => ({ kind: 'unit', agency: state.lead?.agency ?? OFFICE });

/** Who has the case: its officer alone where one is named, else the agency that leads it, before that the Office. */
export const handlers = (state: CaseState): Recipient[] =>
  state.officer === null ? [leadUnit(state)] : [{ kind: 'account', id: state.officer }];

export const isSame = (one: Recipient, other: Recipient): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Keeps the first of those that are the same. */
export const distinct = (to: Recipient, index: number, all: readonly Recipient[]): boolean =>
  all.findIndex((other) => isSame(other, to)) === index;
