import type { paths, Schemas, TermName } from '../../shared/api/types';

export type Policy = Schemas['Policy'];
export type PolicyBody = paths['/v1/policies']['post']['requestBody']['content']['application/json'];

/** A number as it is typed; empty where there is none yet. */
export type Typed = number | string;

/** A version as it is typed. */
export interface TypedPolicy {
  readonly effectiveFrom: string;
  readonly document: string;
  readonly terms: Readonly<Record<TermName, { readonly workingDays: Typed; readonly basis: string }>>;
  /** Numbers with commas between them. */
  readonly dueSoon: string;
  readonly infoReminder: Typed;
  readonly freeForwardings: Typed;
}

/** A new version begins as the one before it. */
export const typedFrom = ({ terms, dueSoon, infoReminder, freeForwardings }: Policy): TypedPolicy => ({
  effectiveFrom: '',
  document: '',
  terms: terms as TypedPolicy['terms'],
  dueSoon: dueSoon.join(', '),
  infoReminder,
  freeForwardings,
});

const numberOf = (typed: Typed): number => (typed === '' ? Number.NaN : Number(typed));

/** The same in the words of the API; what is no number is for the service to tell. */
export const bodyOf = ({ terms, dueSoon, infoReminder, freeForwardings, ...said }: TypedPolicy): PolicyBody => ({
  ...said,
  terms: Object.fromEntries(
    Object.entries(terms).map(([name, { workingDays, basis }]) => [name, { workingDays: numberOf(workingDays), basis }])
  ) as PolicyBody['terms'],
  dueSoon: dueSoon
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map(Number),
  infoReminder: numberOf(infoReminder),
  freeForwardings: numberOf(freeForwardings),
});
