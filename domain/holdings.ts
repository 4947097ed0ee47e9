import { replyIsOverdue, type CaseState, type Holding } from './case';
import { OFFICE } from './roles';
import { dateOf, type Instant } from './time';

/** The submitter, where others stand by the id of their account or agency: they may have none. */
export const SUBMITTER = 'submitter';
export const LEADERSHIP = 'leadership';

/**
 * Who used the working days: the Office, an agency by its id, the submitter, or nobody once an answer is published.
 * While the submitter owes a reply the days are theirs, also after their term lapsed.
 */
export function holderOf({ status, lead }: Pick<CaseState, 'status' | 'lead'>): string | null {
  switch (status) {
    case 'received':
    case 'accepted':
    case 'answered':
    case 'disputed':
    case 'escalated':
      return OFFICE;
    case 'forwarded':
    case 'processing':
    case 'approving':
      return lead?.agency ?? OFFICE;
    case 'awaiting_info':
      return SUBMITTER;
    case 'published':
    case 'closed':
    case 'rejected':
    case 'withdrawn':
      return null;
  }
}

/** In whose inbox the case lies: the next act is theirs. */
export function waitsFor(state: Pick<CaseState, 'status' | 'lead' | 'terms'>): string | null {
  if (state.status === 'escalated') return LEADERSHIP;
  if (replyIsOverdue(state)) return OFFICE;
  return holderOf(state);
}

/** The ledger with a change of holder entered; the day of the change counts to the one who gives the case away. */
export function handedOver(holdings: readonly Holding[], holder: string | null, at: Instant): readonly Holding[] {
  return holdings.at(-1)?.holder === holder ? holdings : [...holdings, { holder, after: dateOf(at) }];
}
