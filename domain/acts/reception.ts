import { replyIsOverdue, wasPublished, type CaseState, type Changes } from '../case';
import { fault } from '../faults';
import { termsFromReceipt } from '../policy';
import { detailFaults, receiptFaults, referenceFaults } from '../submission';
import { dateOf, type Instant } from '../time';
import { keyed, pauseTerm, settleTerm, startTerm, stopsForReply, type Term, type Terms } from '../terms';
import { required, type Acts, type Moment } from './act';
import { allLifted, lifted, met, runningOn } from '../settling';

/** Receiving and routing by the Office (R3, R4, R6). */
export const receptionActs: Acts<'submit' | 'accept' | 'reject' | 'requestInfo' | 'supplyInfo' | 'resume' | 'forward'> =
  {
    submit: {
      faults: (_state, input, { at, by }) => [
        ...detailFaults(input.channel, input.submitter),
        ...receiptFaults(input, at, by.role),
        ...referenceFaults(input, by.role),
      ],
      changes: (_state, input, { at, law }) => ({
        status: 'received',
        policy: law.policy.version,
        calendar: law.calendar.version,
        channel: input.channel,
        category: input.category,
        submitter: input.account,
        follows: input.follows,
        receivedAt: input.receivedAt,
        enteredAt: at,
        terms: keyed(termsFromReceipt.map((name) => startTerm(name, dateOf(input.receivedAt), law, at))),
      }),
    },

    accept: {
      faults: (state, input) =>
        (input.category ?? state.category)
          ? []
          : [required('/category', 'Give the category: the submission named none.')],
      changes: (state, input, { at }) => ({
        status: 'accepted',
        category: input.category ?? state.category,
        terms: met(state, ['rejectBy'], at),
      }),
    },

    reject: {
      changes: (state, _input, { at }) => ({
        status: 'rejected',
        terms: { ...allLifted(state, at), ...met(state, ['rejectBy'], at) },
      }),
    },

    requestInfo: {
      changes: (state, _input, { at, today, law }) => ({
        status: 'awaiting_info',
        question: { askedOn: today, origin: state.status, inReception: isInReception(state) },
        terms: {
          ...keyed(pausable(state).map((term) => pauseTerm(term, today))),
          ...keyed([startTerm('infoOverdue', today, law, at)]),
        },
      }),
    },

    supplyInfo: {
      guard: (state) => (state.question !== null || wentOnWithoutReply(state) ? null : 'notFromThisStatus'),
      changes: (state, _input, moment) =>
        state.question === null ? { terms: replyTerm(state, 'met', moment.at) } : goOn(state, moment, 'met'),
    },

    resume: {
      // The submitter's own term is theirs: nobody goes on without them before it has run out.
      guard: (state) => (replyIsOverdue(state) ? null : 'questionStillOpen'),
      changes: (state, _input, moment) => goOn(state, moment, 'lifted'),
    },

    forward: {
      faults: (state, input, { law }) => [
        ...(state.forwardings >= law.policy.freeForwardings && input.reason === null
          ? [
              required(
                '/reason',
                `Give the reason: the case has been forwarded ${String(state.forwardings)} times before.`
              ),
            ]
          : []),
        ...input.coordinating.flatMap((agency, index) =>
          agency === input.lead.agency || input.coordinating.indexOf(agency) < index
            ? [fault(`/coordinating/${String(index)}`, 'duplicate', `${agency} takes part already.`)]
            : []
        ),
      ],
      changes: (state, input, { at, today, law }) => ({
        status: 'forwarded',
        lead: input.lead,
        officer: null,
        formerOfficer: null,
        coordinating: input.coordinating.map((agency) => ({ agency, agrees: null })),
        forwardings: state.forwardings + 1,
        terms: {
          ...met(state, ['rejectBy', 'routeBy'], at),
          ...lifted(state, ['opineBy'], at),
          ...keyed(input.coordinating.map((agency) => startTerm('opineBy', today, law, at, agency))),
        },
      }),
    },
  };

/** No agency has had it: neither was it forwarded, nor published with another case's answer, which a directive may follow. */
const isInReception = (state: CaseState): boolean => state.forwardings === 0 && !wasPublished(state);

/** In reception every clock stops until the reply; in handling those of the agencies (REQUIREMENTS, "Asking for more"). */
function pausable(state: CaseState): Term[] {
  return Object.values(state.terms).filter((term) => term.phase === 'running' && stopsForReply(term));
}

/** Back to where the question was asked, with the clocks restarted (reception) or running on (handling). */
function goOn(state: CaseState, moment: Moment, outcome: 'met' | 'lifted'): Changes {
  const question = state.question;
  if (question === null) throw new Error(`case ${state.code} awaits information without a question`);
  return {
    status: question.origin,
    question: null,
    terms: {
      ...(question.inReception ? restarted(state, moment) : runningOn(state, moment.law, moment.at)),
      ...replyTerm(state, outcome, moment.at),
    },
  };
}

/** The submitter's own term, met by a reply or lifted without one. */
const replyTerm = ({ terms }: CaseState, outcome: 'met' | 'lifted', at: Instant): Terms =>
  keyed([terms['infoOverdue']].filter((term) => term !== undefined).map((term) => settleTerm(term, outcome, at)));

/**
 * A reply is taken all the same: it meets its own term late, and moves no other. Not where what was asked has led to an
 * answer that was published since: what is before the leadership then is a dispute.
 */
function wentOnWithoutReply({ status, terms }: CaseState): boolean {
  const { infoOverdue, closeAfter } = terms;
  if (infoOverdue?.phase !== 'lifted') return false;
  return !(status === 'escalated' && closeAfter !== undefined && closeAfter.owedSince > infoOverdue.owedSince);
}

const restarted = (state: CaseState, { at, today, law }: Moment): Record<string, Term> => ({
  ...lifted(state, ['progressDue'], at),
  ...keyed(
    termsFromReceipt
      .filter((name) => state.terms[name]?.settledAt === null)
      .map((name) => startTerm(name, today, law, at))
  ),
});
