import { owedTerms, wasPublished, type CaseState, type Changes } from '../case';
import { fault } from '../faults';
import type { Lead } from '../inputs';
import { keyed, settleTerm, startTerm, type Terms } from '../terms';
import type { Instant } from '../time';
import { required, type Acts, type Moment } from './act';
import { lifted, met } from '../settling';

/** The way to the provincial leadership and back (R10.2). */
export const escalationActs: Acts<'escalate' | 'decide'> = {
  escalate: {
    // An accepted case goes up only when agency after agency has called it not theirs.
    guard: (state, _by, policy) =>
      state.status === 'accepted' && state.forwardings < policy.freeForwardings ? 'escalationNotOpen' : null,
    changes: () => ({ status: 'escalated' }),
  },

  decide: {
    faults: (state, input) => {
      if (input.outcome === 'directive' && input.lead === null && state.lead === null)
        return [required('/lead', 'Name the agency that the directive is for: no agency leads the case.')];
      if (input.outcome === 'answer' && input.lead !== null)
        return [fault('/lead', 'notWithAnswer', 'A decision that is the answer has no agency to carry it out.')];
      return [];
    },
    changes: (state, input, moment) =>
      input.outcome === 'answer'
        ? {
            status: 'answered',
            answeredBy: 'leadership',
            disputeEnded: endsDispute(state),
            terms: {
              ...met(state, ['answerBy', 'progressDue', 'postResultBy'], moment.at),
              ...lifted(state, ['opineBy'], moment.at),
            },
          }
        : {
            status: 'processing',
            answeredBy: null,
            disputeEnded: endsDispute(state),
            resultOn: null,
            ...handedTo(state, input.lead ?? state.lead),
            terms: {
              ...lifted(state, ['postResultBy'], moment.at),
              ...noOpinionOf(state, input.lead, moment.at),
              ...answerTermOfDirective(state, moment),
            },
          },
  },
};

/** A decision ends the dispute; before anything was published there was none that it could end. */
const endsDispute = wasPublished;

/** Another agency begins afresh: without officer and draft, and no longer as one that coordinates. */
const handedTo = (state: CaseState, lead: Lead | null): Changes =>
  lead?.agency === state.lead?.agency
    ? { lead }
    : {
        lead,
        officer: null,
        proposal: null,
        coordinating: state.coordinating.filter(({ agency }) => agency !== lead?.agency),
      };

const noOpinionOf = (state: CaseState, lead: Lead | null, at: Instant): Terms =>
  keyed(
    owedTerms(state)
      .filter(({ name, agency }) => name === 'opineBy' && agency === lead?.agency)
      .map((term) => settleTerm(term, 'lifted', at))
  );

/** An answer that is still owed keeps its term; one that had been given is owed anew, from the day of the decision. */
function answerTermOfDirective(state: CaseState, { at, today, law }: Moment): Terms {
  return state.terms['answerBy']?.settledAt === null ? {} : keyed([startTerm('answerBy', today, law, at)]);
}
