import type { ActionInput, CaseAction } from '../api/types';

/** A label for each part of what each act asks: an act or a part without one does not compile. */
export type FieldLabels = {
  readonly [A in CaseAction]: { readonly [Field in keyof Required<ActionInput<A>>]: string };
};

/** A label for each thing that there is to choose from. */
export interface ChoiceLabels {
  readonly kind: Record<ActionInput<'link'>['kind'], string>;
  readonly competence: Record<NonNullable<ActionInput<'accept'>['competence']>, string>;
  readonly ground: Record<ActionInput<'escalate'>['ground'], string>;
  readonly outcome: Record<ActionInput<'decide'>['outcome'], string>;
}
