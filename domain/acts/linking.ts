import type { CaseState, Changes } from '../case';
import type { TermName } from '../policy';
import { keyed, reopenTerm, startTerm } from '../terms';
import { allLifted, met } from '../settling';
import type { Acts } from './act';

/** What the Office owes while it routes: a duplicate goes the way of the case that it is linked to. */
const ofRouting: readonly TermName[] = ['rejectBy', 'routeBy'];

/** Petitions that belong together (S5): the earliest receipt carries the answer, and one answer may go to all. */
export const linkingActs: Acts<'link' | 'unlink' | 'answerJointly'> = {
  link: {
    guard: (state) => (state.link ? 'alreadyLinked' : null),
    faults: (state, { to, receivedAt }) => {
      if (to === state.code) return [{ path: '/to', code: 'itself', message: 'A case cannot be linked to itself.' }];
      // A strict order over receipts: whatever two officers do at once, links never lead in a circle.
      return isEarlier({ code: to, receivedAt }, state)
        ? []
        : [{ path: '/to', code: 'notEarlier', message: `Link ${to} to this case instead: it was received later.` }];
    },
    changes: (state, { kind, to }, { at }) => ({
      link: { kind, to, at },
      ...(kind === 'duplicate' ? { terms: met(state, ofRouting, at) } : {}),
    }),
  },

  unlink: {
    guard: (state) => (state.link ? null : 'notLinked'),
    changes: (state, _input, { at, law }): Changes => ({
      link: null,
      terms: keyed(routedByLink(state).map((term) => reopenTerm(term, law, at))),
    }),
  },

  answerJointly: {
    guard: (state) => (state.link?.kind === 'duplicate' ? null : 'notLinked'),
    changes: (state, _input, { at, today, law }) => ({
      status: 'published',
      answeredBy: 'agency',
      question: null,
      terms: {
        ...allLifted(state, at),
        ...met(state, [...ofRouting, 'answerBy', 'progressDue', 'postResultBy'], at),
        ...keyed([startTerm('closeAfter', today, law, at)]),
      },
    }),
  },
};

const isEarlier = (
  one: Pick<CaseState, 'code' | 'receivedAt'>,
  other: Pick<CaseState, 'code' | 'receivedAt'>
): boolean => one.receivedAt < other.receivedAt || (one.receivedAt === other.receivedAt && one.code < other.code);

/** Terms that the link settled; where the case has moved on since, they are done for good. */
function routedByLink({ status, terms, link, forwardings }: CaseState) {
  if (forwardings > 0 || (status !== 'received' && status !== 'accepted')) return [];
  const names = status === 'received' ? ofRouting : (['routeBy'] as const);
  return names.flatMap((name) => {
    const term = terms[name];
    return term !== undefined && link?.kind === 'duplicate' && term.settledAt === link.at ? [term] : [];
  });
}
