import type { CaseEvent, CaseState, Moved } from './case';
import { handlers, isSame, leadership, leadUnit, office, submitter, type Recipient } from './recipients';
import { dateOf } from './time';

type CalendarChanged = Extract<CaseEvent, { type: 'calendarChanged' }>;

/**
 * To whom the end of a term that moved was told. The Office, which sees what is still to come in its lists, knows of one
 * that had passed: it was told that it had.
 */
export function whoKnows({ term: key, from }: Moved, { at }: CalendarChanged, state: CaseState): Recipient[] {
  const term = state.terms[key];
  const alarmed = from < dateOf(at) ? [office] : [];
  switch (term?.name) {
    case 'answerBy': {
      const deciding = state.status === 'escalated' ? [leadership] : [];
      return [submitter, ...handlers(state), leadUnit(state), ...deciding, ...alarmed];
    }
    case 'rejectBy':
    case 'routeBy':
      return alarmed;
    case 'opineBy':
      return term.agency === undefined ? [] : [{ kind: 'unit', agency: term.agency }];
    case 'infoOverdue':
      return [submitter, ...alarmed];
    case 'closeAfter':
      // Nobody is told until when they may dispute what cannot be disputed any more.
      return state.disputeEnded ? [] : [submitter];
    default:
      return [];
  }
}

/** Of the deadlines that moved the one that a recipient is told of, or anybody where none is given: rather that of the answer. */
export function movedFor(recipient: Recipient | null, event: CalendarChanged, state: CaseState): Moved | undefined {
  const known = event.data.moved.filter(
    (moved) => recipient === null || whoKnows(moved, event, state).some((to) => isSame(to, recipient))
  );
  return known.find(({ term }) => term === 'answerBy') ?? known[0];
}
