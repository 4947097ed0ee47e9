import type { AlarmData, CaseEvent, EventType } from '../domain/case';

/** What other systems are told of. What agencies say among themselves is not among it. */
export const outgoingTypes = [
  'case.received',
  'case.accepted',
  'case.rejected',
  'case.info_requested',
  'case.info_supplied',
  'case.resumed',
  'case.forwarded',
  'case.declined',
  'case.assigned',
  'case.progress_reported',
  'case.concluded',
  'case.proposed',
  'case.revised',
  'case.answered',
  'case.returned',
  'case.published',
  'case.republished',
  'case.unpublished',
  'case.disputed',
  'case.upheld',
  'case.escalated',
  'case.decided',
  'case.withdrawn',
  'case.closed',
  'case.urged',
  'case.due_soon',
  'case.overdue',
  'case.progress_missed',
  'case.deadline_moved',
  'case.agency_changed',
  'case.linked',
  'case.unlinked',
] as const;

export type OutgoingType = (typeof outgoingTypes)[number];

const typesOfActs: Readonly<Record<Exclude<EventType, 'alarm'>, OutgoingType | null>> = {
  submit: 'case.received',
  accept: 'case.accepted',
  reject: 'case.rejected',
  requestInfo: 'case.info_requested',
  supplyInfo: 'case.info_supplied',
  resume: 'case.resumed',
  forward: 'case.forwarded',
  decline: 'case.declined',
  assign: 'case.assigned',
  reportProgress: 'case.progress_reported',
  conclude: 'case.concluded',
  propose: 'case.proposed',
  revise: 'case.revised',
  answer: 'case.answered',
  return: 'case.returned',
  publish: 'case.published',
  republish: 'case.republished',
  unpublish: 'case.unpublished',
  dispute: 'case.disputed',
  uphold: 'case.upheld',
  escalate: 'case.escalated',
  decide: 'case.decided',
  withdraw: 'case.withdrawn',
  urge: 'case.urged',
  link: 'case.linked',
  unlink: 'case.unlinked',
  answerJointly: 'case.published',
  calendarChanged: 'case.deadline_moved',
  agencyChanged: 'case.agency_changed',
  // Told by what became of the case that carries the answer (db/jointPublications.ts).
  jointAnswerChanged: null,
  opine: null,
  note: null,
  message: null,
  erase: null,
  refused: null,
};

/** As what an event is told to other systems; null where it is not (R1.6). */
export function outgoingTypeOf(event: CaseEvent): OutgoingType | null {
  return event.type === 'alarm' ? ofAlarm(event.data) : typesOfActs[event.type];
}

function ofAlarm({ term, kind, missed }: AlarmData): OutgoingType | null {
  if (kind === 'dueSoon') return 'case.due_soon';
  if (kind === 'reminder') return null;
  switch (term) {
    case 'rejectBy':
    case 'routeBy':
    case 'answerBy':
    case 'postResultBy':
    case 'opineBy':
    case 'infoOverdue':
      return 'case.overdue';
    case 'progressDue':
      return missed === true ? 'case.progress_missed' : null;
    case 'closeAfter':
      return 'case.closed';
  }
}
