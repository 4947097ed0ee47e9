import type { Case, CaseAction } from '../../shared/api/types';
import { hasEnded } from '../../shared/case/ended';

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

/** The acts as buttons: the few that lead on, and the others. Nothing leads a case on that has ended. */
export function inOrder(ofCase: Pick<Case, 'status' | 'allowedActions'>): { main: CaseAction[]; others: CaseAction[] } {
  const actions = ofCase.allowedActions.filter((action): action is CaseAction => action !== 'submit');
  const place = (action: CaseAction) => (leading.includes(action) ? leading.indexOf(action) : leading.length);
  const sorted = actions.toSorted((a, b) => place(a) - place(b));
  const main = hasEnded(ofCase) ? [] : sorted.filter((action) => leading.includes(action)).slice(0, MAIN);
  return { main, others: sorted.filter((action) => !main.includes(action)) };
}
