import type { CaseState } from '../case';
import { keyed, reopenTerm, settleTerm, startTerm, type Law, type Terms } from '../terms';
import type { Instant } from '../time';
import type { Acts } from './act';
import { startProgress } from '../settling';

/** Checking and publishing the answer, and what the submitter may say against it (R9, R10.2). */
export const publicationActs: Acts<'return' | 'publish' | 'dispute' | 'uphold'> = {
  return: {
    guard: (state) => (state.answeredBy === 'leadership' ? 'decidedByLeadership' : null),
    changes: (state, _input, { at, law }) => ({
      status: 'processing',
      answeredBy: null,
      resultOn: null,
      terms: owedAgain(state, law, at),
    }),
  },

  publish: {
    changes: (_state, _input, { at, today, law }) => ({
      status: 'published',
      terms: keyed([startTerm('closeAfter', today, law, at)]),
    }),
  },

  dispute: {
    guard: (state) => (state.disputeEnded ? 'disputeEnded' : null),
    changes: (state, _input, { at }) => ({
      status: 'disputed',
      terms: keyed(closeAfter(state).map((term) => settleTerm(term, 'lifted', at))),
    }),
  },

  uphold: {
    // The case closes on the day on which it would have closed, and cannot be disputed again until then.
    changes: (state, _input, { at, law }) => ({
      status: 'published',
      disputeEnded: true,
      terms: keyed(closeAfter(state).map((term) => reopenTerm(term, law, at))),
    }),
  },
};

const closeAfter = (state: CaseState) => [state.terms['closeAfter']].filter((term) => term !== undefined);

/** A returned answer was no answer: its term goes on as if it had never been given. */
function owedAgain(state: CaseState, law: Law, at: Instant): Terms {
  const answerBy = state.terms['answerBy'];
  if (answerBy === undefined) return {};
  const reopened = reopenTerm(answerBy, law, at);
  return keyed(reopened.phase === 'lapsed' ? [reopened, startProgress(reopened, law, at)] : [reopened]);
}
