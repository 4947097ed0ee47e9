import { isWhollyErased } from '../case';
import { fault } from '../faults';
import { onRecordOnly, type Acts } from './act';
import { allLifted } from '../settling';

/** What may be said about a case at almost any time (R1.4, R5, R10.1), and the submitter's own way out. */
export const correspondenceActs: Acts<'withdraw' | 'erase' | 'urge' | 'note' | 'message'> = {
  withdraw: {
    // What the leadership has before it may be an answer already, or a dispute about one.
    guard: (state) => (state.status === 'escalated' && state.answeredBy !== null ? 'notFromThisStatus' : null),
    changes: (state, _input, { at }) => ({ status: 'withdrawn', question: null, terms: allLifted(state, at) }),
  },
  erase: {
    guard: (state) => (isWhollyErased(state) ? 'alreadyErased' : null),
    faults: (_state, { requestedOn }, { today }) =>
      requestedOn > today ? [fault('/requestedOn', 'future', 'lies in the future')] : [],
    // The draft is a text that a person wrote, and the account tells who the submitter is.
    changes: (state, { through, files }) => ({
      erased: true,
      erasedThrough: through,
      erasedFiles: [...new Set([...(state.erasedFiles ?? []), ...files])],
      submitter: null,
      proposal: null,
    }),
  },
  urge: onRecordOnly,
  note: onRecordOnly,
  message: onRecordOnly,
};
