import type { Case, CaseAction } from '../api/types';
import type { FormTexts } from './messages.vi';

/** What an act on a case is called on the button that does it: whoever answers by a draft that was put up approves it. */
export const actName = (t: FormTexts, action: CaseAction, { status }: Pick<Case, 'status'>): string =>
  action === 'answer' && status === 'approving' ? t.approve : t.actions[action];
