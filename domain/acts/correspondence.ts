import { onRecordOnly, type Acts } from './act';
import { allLifted } from '../settling';

/** What may be said about a case at almost any time (R1.4, R5, R10.1), and the submitter's own way out. */
export const correspondenceActs: Acts<'withdraw' | 'urge' | 'note' | 'message'> = {
  withdraw: {
    changes: (state, _input, { at }) => ({ status: 'withdrawn', question: null, terms: allLifted(state, at) }),
  },
  urge: onRecordOnly,
  note: onRecordOnly,
  message: onRecordOnly,
};
