import type { Case, CaseAction } from '../../shared/api/types';

/** What brings a case on its way, in the order in which one looks for it; everything else stands smaller below. */
const leading: readonly CaseAction[] = [
  'publish',
  'decide',
  'answer',
  'propose',
  'revise',
  'accept',
  'forward',
  'assign',
  'opine',
  'supplyInfo',
  'uphold',
  'reportProgress',
  'requestInfo',
  'reject',
  'return',
];

const MAIN = 3;

/** The acts as buttons: the few that lead on, and the others. */
export function inOrder(allowed: Case['allowedActions']): { main: CaseAction[]; others: CaseAction[] } {
  const actions = allowed.filter((action): action is CaseAction => action !== 'submit');
  const place = (action: CaseAction) => (leading.includes(action) ? leading.indexOf(action) : leading.length);
  const sorted = actions.toSorted((a, b) => place(a) - place(b));
  const main = sorted.filter((action) => leading.includes(action)).slice(0, MAIN);
  return { main, others: sorted.filter((action) => !main.includes(action)) };
}
