import { agenciesOf, answerDueOf, isOverdue, type CaseEvent, type CaseState } from '../domain/case';
import { OFFICE, SERVICE } from '../domain/roles';
import type { Status } from '../domain/statuses';
import { dateOf, type Instant, type LocalDate } from '../domain/time';
import { outgoingTypeOf, type OutgoingType } from './eventTypes';

/**
 * What is told of a case whatever the subscriber is: where it stands, and nothing that somebody wrote. The code is not
 * part of it: it is the submitter's key to the case.
 */
export interface CaseNews {
  /** The number of the event; of two messages about a case the one with the higher number is the later. */
  readonly seq: number;
  /** The legal time of the event. */
  readonly at: Instant;
  readonly status: Status;
  readonly category: string | null;
  readonly leadAgency: string | null;
  /** Null while nothing is owed, or while the submitter's reply is awaited. */
  readonly answerDue: Instant | null;
  /** The days off at that time are not announced yet. */
  readonly answerDueProvisional?: true;
  readonly overdue: boolean;
  /** The term that an alarm is about. */
  readonly term: string | null;
  /** The answer is that of an earlier case, under whose number it is public. */
  readonly jointly?: true;
}

/** An event that other systems are told of, and whose it is to be told: the agencies that it concerns. */
export interface Outgoing {
  readonly seq: number;
  readonly type: OutgoingType;
  readonly agencies: readonly string[];
  /** The legal day on which it was recorded. */
  readonly day: LocalDate;
  readonly news: CaseNews;
}

/**
 * What other systems are told of a run of events; nothing of some.
 * @param state as the events left it: that is what they are told of each.
 */
export function outgoingOf(events: readonly CaseEvent[], state: CaseState): Outgoing[] {
  return events.flatMap((event) => {
    const type = outgoingTypeOf(event);
    if (type === null) return [];
    const [agencies, day, news] = [concernedBy(event, state), dateOf(event.recordedAt), newsOf(event, state)];
    return [{ seq: event.seq, type, agencies, day, news }];
  });
}

function newsOf(event: CaseEvent, state: CaseState): CaseNews {
  const answerDue = answerDueOf(state);
  return {
    seq: event.seq,
    at: event.at,
    status: event.changes.status ?? state.status,
    category: state.category,
    leadAgency: state.lead?.agency ?? null,
    answerDue: answerDue && answerDue.endsAt,
    ...(answerDue?.provisional === true ? { answerDueProvisional: true } : {}),
    overdue: isOverdue(state),
    term: event.type === 'alarm' ? event.data.term : null,
    ...(event.type === 'answerJointly' ? { jointly: true } : {}),
  };
}

/** Those that take part, the Office while none leads, and the one that acted: an agency that declines takes part no more. */
function concernedBy({ by }: CaseEvent, state: CaseState): string[] {
  const acted = by === SERVICE || by.agency === null ? [] : [by.agency];
  const received = state.lead === null ? [OFFICE] : [];
  return [...new Set([...received, ...agenciesOf(state), ...acted])];
}
