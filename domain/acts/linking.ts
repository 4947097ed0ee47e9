import type { CaseState, Changes } from '../case';
import { fault } from '../faults';
import type { TermName } from '../policy';
import { keyed, pauseTerm, reopenTerm, startTerm, type Term } from '../terms';
import { allLifted, met, runningOn } from '../settling';
import type { Acts, Moment } from './act';

/** What the Office owes while it routes: a duplicate goes the way of the case that it is linked to. */
const ofRouting: readonly TermName[] = ['rejectBy', 'routeBy'];

/** Petitions that belong together (S5): the earliest receipt carries the answer, and one answer may go to all. */
export const linkingActs: Acts<'link' | 'unlink' | 'answerJointly'> = {
  link: {
    guard: (state) => (state.link ? 'alreadyLinked' : null),
    faults: (state, { to, receivedAt }) => {
      if (to === state.code) return [fault('/to', 'itself', 'A case cannot be linked to itself.')];
      // A strict order over receipts: whatever two officers do at once, links never lead in a circle.
      return isEarlier({ code: to, receivedAt }, state)
        ? []
        : [fault('/to', 'notEarlier', `Link ${to} to this case instead: it was received later.`)];
    },
    changes: (state, { kind, to }, { at }) => ({
      link: { kind, to, at },
      ...(kind === 'duplicate' ? { terms: met(state, ofRouting, at) } : {}),
    }),
  },

  unlink: {
    guard: (state) => (state.link ? null : 'notLinked'),
    changes: (state, _input, moment): Changes => ({
      link: null,
      terms: keyed(routedByLink(state).map((term) => owedAgain(term, state, moment))),
    }),
  },

  answerJointly: {
    guard: (state) => (state.link?.kind === 'duplicate' ? null : 'notLinked'),
    changes: (state, _input, { at, today, law }) => {
      // The answer ends the wait for a reply: those days are not used of its term.
      const owed = { terms: { ...state.terms, ...runningOn(state, law, at) } };
      return {
        status: 'published',
        answeredBy: 'agency',
        question: null,
        terms: {
          ...allLifted(owed, at),
          ...met(owed, [...ofRouting, 'answerBy', 'progressDue', 'postResultBy'], at),
          ...keyed([startTerm('closeAfter', today, law, at)]),
        },
      };
    },
  },
};

const isEarlier = (
  one: Pick<CaseState, 'code' | 'receivedAt'>,
  other: Pick<CaseState, 'code' | 'receivedAt'>
): boolean => one.receivedAt < other.receivedAt || (one.receivedAt === other.receivedAt && one.code < other.code);

/** Terms that the link settled; where the case has moved on since, they are done for good. */
function routedByLink({ status, question, terms, link, forwardings }: CaseState): Term[] {
  const stage = question?.origin ?? status;
  if (forwardings > 0 || (stage !== 'received' && stage !== 'accepted')) return [];
  const names = stage === 'received' ? ofRouting : (['routeBy'] as const);
  return names.flatMap((name) => {
    const term = terms[name];
    return term !== undefined && link?.kind === 'duplicate' && term.settledAt === link.at ? [term] : [];
  });
}

/** A term of routing as it would stand if the case had never been linked (R6.2: a reply restarts it, a question stops it). */
function owedAgain(term: Term, { question, terms }: CaseState, { at, law }: Moment): Term {
  // The answer term, which no link settles, was restarted with it.
  const from = terms['answerBy']?.from ?? term.from;
  const owed = from === term.from ? reopenTerm(term, law, at) : startTerm(term.name, from, law, at);
  const ranWhenAsked = question !== null && owed.phase === 'running' && question.askedOn <= owed.lastDay;
  return ranWhenAsked ? pauseTerm(owed, question.askedOn) : owed;
}
