import type { paths, Schemas, TermName } from '../../shared/api/types';

export type Policy = Schemas['Policy'];
export type PolicyBody = paths['/v1/policies']['post']['requestBody']['content']['application/json'];

/** A number as it is typed; empty where there is none yet. */
type Typed = number | string;

/** A version as it is typed. */
export interface TypedPolicy {
  readonly effectiveFrom: string;
  readonly document: string;
  readonly terms: Readonly<Record<TermName, { readonly workingDays: Typed; readonly basis: string }>>;
  /** Numbers with commas between them. */
  readonly dueSoon: string;
  readonly infoReminder: Typed;
  readonly freeForwardings: Typed;
  readonly attachments: TypedLimits;
}

/** What may be attached, as it is typed. */
export interface TypedLimits {
  readonly megabytes: Typed;
  readonly perCase: Typed;
  readonly types: readonly string[];
  readonly basis: string;
}

const MEGABYTE = 1024 * 1024;

/** A new version begins as the one before it. `basisOf` says what is built in as it is read. */
export const typedFrom = (
  { terms, dueSoon, infoReminder, freeForwardings, attachments }: Policy,
  basisOf: (basis: string) => string
): TypedPolicy => ({
  effectiveFrom: '',
  document: '',
  terms: Object.fromEntries(
    Object.entries(terms).map(([name, { workingDays, basis }]) => [name, { workingDays, basis: basisOf(basis) }])
  ) as TypedPolicy['terms'],
  dueSoon: dueSoon.join(', '),
  infoReminder,
  freeForwardings,
  attachments: {
    megabytes: attachments.maxBytes / MEGABYTE,
    perCase: attachments.perCase,
    types: attachments.types,
    basis: basisOf(attachments.basis),
  },
});

const numberOf = (typed: Typed): number => (typed === '' ? Number.NaN : Number(typed));

/** The same in the words of the API; what is no number is for the service to tell. */
export const bodyOf = ({
  terms,
  dueSoon,
  infoReminder,
  freeForwardings,
  attachments,
  ...said
}: TypedPolicy): PolicyBody => ({
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
  attachments: {
    maxBytes: Math.round(numberOf(attachments.megabytes) * MEGABYTE),
    perCase: numberOf(attachments.perCase),
    types: [...attachments.types] as NonNullable<PolicyBody['attachments']>['types'],
    basis: attachments.basis,
  },
});
