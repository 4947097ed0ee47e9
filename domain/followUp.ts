import type { ActionName } from './actions';
import type { CaseState } from './case';
import { allowedActions, isEntitled } from './decide';
import type { Policy } from './policy';
import type { Actor } from './roles';

/** The acts that can come too late for their case. */
export const followUpActions: readonly ActionName[] = ['dispute', 'supplyInfo'];

/**
 * A petition that comes too late for its case is not lost: it opens a new case that names this one (R10.2). So does a
 * dispute once the term or the dispute itself has ended, and a reply after the case was not accepted.
 */
export function opensNewCase(state: CaseState, action: ActionName): boolean {
  switch (action) {
    case 'dispute':
      return state.status === 'closed' || (state.status === 'published' && state.disputeEnded);
    case 'supplyInfo':
      return state.status === 'rejected' || state.status === 'closed';
    default:
      return false;
  }
}

/** What the actor may do now, to the case or by a new case that names it. */
export const offeredActions = (state: CaseState, actor: Actor, policy: Policy): ActionName[] => [
  ...allowedActions(state, actor, policy),
  ...followUpActions.filter((action) => opensNewCase(state, action) && isEntitled(state, actor, action)),
];
