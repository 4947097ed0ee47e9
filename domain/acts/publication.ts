import { wasPublished, type CaseState, type Changes } from '../case';
import { fault } from '../faults';
import { keyed, pauseTerm, reopenTerm, resumeTerm, settleTerm, startTerm, type Law, type Terms } from '../terms';
import { dateOf, type Instant } from '../time';
import type { Acts } from './act';
import { needlessSinceAnswer, startProgress } from '../settling';

/** Checking and publishing the answer, and what the submitter may say against it (R9, R10.2). */
export const publicationActs: Acts<'return' | 'publish' | 'republish' | 'unpublish' | 'dispute' | 'uphold'> = {
  return: {
    guard: (state) => (state.answeredBy === 'leadership' ? 'decidedByLeadership' : null),
    changes: (state, _input, { at, law }) => {
      const terms = { ...owedAgain(state, law, at), ...opinionsOwedAgain(state, law, at) };
      return {
        status: 'processing',
        answeredBy: null,
        resultOn: null,
        // What was reported counts for the period in which it was.
        progressReported: state.progressReported && periodOf(terms) === periodOf(state.terms),
        terms,
      };
    },
  },

  publish: {
    changes: (state, _input, { at, today, law }) => ({
      status: 'published',
      ...publicAgain(state),
      terms: keyed([startTerm('closeAfter', today, law, at)]),
    }),
  },

  republish: {
    // Another text of the same answer: it gives no new term to dispute it.
    guard: (state) => (wasPublished(state) ? null : 'nothingPublished'),
    // An erasure may have taken a file since whoever publishes it looked at it.
    faults: ({ erasedFiles = [] }, { attachments }) =>
      attachments.flatMap((file, index) =>
        erasedFiles.includes(file) ? [fault(`/attachments/${String(index)}`, 'noCopy', 'was erased')] : []
      ),
    changes: publicAgain,
  },

  unpublish: {
    guard: (state) => (wasPublished(state) && state.unpublished !== true ? null : 'nothingPublished'),
    changes: () => ({ unpublished: true }),
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

function publicAgain(state: CaseState): Changes {
  return state.unpublished === true ? { unpublished: false } : {};
}

const closeAfter = (state: CaseState) => [state.terms['closeAfter']].filter((term) => term !== undefined);

/** The period for which progress is to be reported, by its length: official days that are entered late move its end. */
const periodOf = (terms: Terms): number | undefined => terms['progressDue']?.workingDays;

/** A returned answer was no answer: its term goes on as if it had never been given. */
function owedAgain(state: CaseState, law: Law, at: Instant): Terms {
  const answerBy = state.terms['answerBy'];
  if (answerBy === undefined) return {};
  const reopened = reopenTerm(answerBy, law, at);
  return keyed(reopened.phase === 'lapsed' ? [reopened, startProgress(reopened, law, at)] : [reopened]);
}

/** An opinion that the answer made needless is asked for again (R7.2): its term stood still since, as for a question. */
const opinionsOwedAgain = (state: CaseState, law: Law, at: Instant): Terms =>
  keyed(
    needlessSinceAnswer(state)
      .filter(({ agency }) => state.coordinating.some((one) => one.agency === agency && one.agrees === null))
      .map(({ settledAt, ...term }) => {
        const still = pauseTerm({ ...term, owedSince: at, settledAt: null }, dateOf(settledAt ?? at));
        return resumeTerm(still, dateOf(at), law, at);
      })
  );
