import type { Pause } from './calendar';
import { isOverdue, type CaseEvent, type CaseState, type Holding } from './case';
import type { Channel } from './inputs';
import type { Status } from './statuses';
import type { Term } from './terms';
import { dateOf, type LocalDate } from './time';

/** What figures need to know of a case. Days are those of the province. */
export interface Standing {
  readonly status: Status;
  /** The lead agency; null before there is one. */
  readonly agency: string | null;
  readonly category: string | null;
  readonly channel: Channel;
  readonly receivedOn: LocalDate;
  /** The term to answer has run out and the answer is still owed. */
  readonly overdue: boolean;
  /** The day since which no answer is owed; null while one is, also once more after a return. */
  readonly settledOn: LocalDate | null;
  /** An answer was given; a case that is settled and was not answered has ended otherwise. */
  readonly answered: boolean;
  /** The day after which the answer was late: it stays so when the case ends, is returned, or gets a new term. */
  readonly lateAfter: LocalDate | null;
  readonly answerTerm: AnswerTerm;
  readonly returnedOn: readonly LocalDate[];
  readonly disputedOn: readonly LocalDate[];
  readonly holdings: readonly Holding[];
}

/** The present term to answer: day 1 is the first working day after `from`, and the pauses do not count. */
interface AnswerTerm {
  readonly from: LocalDate;
  readonly pauses: readonly Pause[];
  /** Its own end, where that has passed unanswered. A calendar that moves the end takes it back. */
  readonly lateAfter: LocalDate | null;
  /** The day after which the answer was late in the terms before this one. */
  readonly lateBefore: LocalDate | null;
}

/**
 * How a case stands after more events.
 * @param previous null before the first event.
 * @param state as the last of the events left it.
 */
export function standingAfter(previous: Standing | null, events: readonly CaseEvent[], state: CaseState): Standing {
  const answerBy = state.terms['answerBy'];
  const answerTerm = events
    .flatMap(({ changes }) => changes.terms?.['answerBy'] ?? [])
    .reduce(followed, previous?.answerTerm ?? null);
  if (answerBy === undefined || answerTerm === null)
    throw new RangeError(`case ${state.code} was never to be answered`);
  const daysOf = (type: CaseEvent['type']) => events.filter((event) => event.type === type).map(({ at }) => dateOf(at));
  return {
    status: state.status,
    agency: state.lead?.agency ?? null,
    category: state.category,
    channel: state.channel,
    receivedOn: dateOf(state.receivedAt),
    overdue: isOverdue(state),
    settledOn: answerBy.settledAt === null ? null : dateOf(answerBy.settledAt),
    answered: answerBy.phase === 'met',
    lateAfter: answerTerm.lateBefore ?? answerTerm.lateAfter,
    answerTerm,
    returnedOn: [...(previous?.returnedOn ?? []), ...daysOf('return')],
    disputedOn: [...(previous?.disputedOn ?? []), ...daysOf('dispute')],
    holdings: state.holdings,
  };
}

function followed(previous: AnswerTerm | null, { from, pauses, late, lastDay }: Term): AnswerTerm {
  const isNew = previous !== null && previous.from !== from;
  return {
    from,
    pauses,
    lateAfter: late ? lastDay : null,
    lateBefore: (isNew ? (previous.lateBefore ?? previous.lateAfter) : previous?.lateBefore) ?? null,
  };
}
