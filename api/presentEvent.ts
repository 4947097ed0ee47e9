import type { CaseEvent, EventType } from '../domain/case';
import { isStaff, SERVICE, type Actor } from '../domain/roles';
import { maySeeTerm } from './present';

/** What a submitter reads of their case's history; the rest is talk inside the administration. */
const toldToSubmitter: readonly EventType[] = [
  'submit',
  'accept',
  'reject',
  'requestInfo',
  'supplyInfo',
  'resume',
  'forward',
  'reportProgress',
  'publish',
  'answerJointly',
  'republish',
  'unpublish',
  'dispute',
  'uphold',
  'withdraw',
  'message',
  'calendarChanged',
  'agencyChanged',
  'jointAnswerChanged',
];

/** Whether somebody may read what an act of a kind put down. */
export const mayReadType = (type: EventType, { role }: Actor): boolean =>
  isStaff(role) || toldToSubmitter.includes(type);

/** A submitter reads of the unit that handles their case, and not of those beside it. */
export const mayReadEvent = (event: CaseEvent, actor: Actor): boolean =>
  mayReadType(event.type, actor) && (isStaff(actor.role) || event.type !== 'agencyChanged' || leadChanged(event));

const leadChanged = ({ data: { from, to }, changes }: Extract<CaseEvent, { type: 'agencyChanged' }>): boolean =>
  from !== to.agency && changes.lead !== undefined;

const publications: readonly EventType[] = ['publish', 'answerJointly', 'republish'];

const publishes = (event: CaseEvent): boolean =>
  publications.includes(event.type) || (event.type === 'jointAnswerChanged' && event.data.change === 'corrected');

/** The number of the event by which what an event published was replaced (S4); null where it published nothing, or nothing came after. */
const replacedBy = (event: CaseEvent, history: readonly CaseEvent[]): number | null =>
  publishes(event) ? (history.find((later) => later.seq > event.seq && publishes(later))?.seq ?? null) : null;

/**
 * An event of a case's history; a submitter learns which unit acted, not which person.
 * @param history all events of the case, in order.
 */
export function presentEvent(event: CaseEvent, actor: Actor, history: readonly CaseEvent[]) {
  const { seq, type, at, recordedAt, by, data, changes } = event;
  const staff = isStaff(actor.role);
  return {
    seq,
    type,
    at,
    recordedAt,
    by: by === SERVICE ? ({ role: SERVICE } as const) : staff ? by : { role: by.role, agency: by.agency },
    status: changes.status ?? null,
    replacedBy: replacedBy(event, history),
    data: staff ? data : withoutColleagues(event, actor),
    deadlines: Object.fromEntries(
      Object.entries(changes.terms ?? {})
        .filter(([key]) => maySeeTerm(key, actor))
        .map(([key, { lastDay, phase }]) => [key, { lastDay, phase }])
    ),
  };
}

function withoutColleagues(event: CaseEvent, reader: Actor): unknown {
  switch (event.type) {
    case 'forward':
      return { lead: event.data.lead.agency };
    case 'publish':
    case 'answerJointly':
      return { forms: event.data.forms, text: event.data.text };
    case 'republish':
      return { text: event.data.text };
    case 'calendarChanged':
      return { ...event.data, moved: event.data.moved.filter(({ term }) => maySeeTerm(term, reader)) };
    default:
      return event.data;
  }
}
