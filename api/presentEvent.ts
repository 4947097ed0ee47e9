import type { CaseEvent, EventType } from '../domain/case';
import { isStaff, SERVICE, type Actor } from '../domain/roles';

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
];

export const mayReadEvent = (event: Pick<CaseEvent, 'type'>, actor: Actor): boolean =>
  isStaff(actor.role) || toldToSubmitter.includes(event.type);

/** An event of a case's history; a submitter learns which unit acted, not which person. */
export function presentEvent(event: CaseEvent, actor: Actor) {
  const { seq, type, at, recordedAt, by, data, changes } = event;
  const staff = isStaff(actor.role);
  return {
    seq,
    type,
    at,
    recordedAt,
    by: by === SERVICE ? ({ role: SERVICE } as const) : staff ? by : { role: by.role, agency: by.agency },
    status: changes.status ?? null,
    data: staff ? data : withoutColleagues(event),
    deadlines: Object.fromEntries(
      Object.entries(changes.terms ?? {})
        .filter(([key]) => staff || !key.startsWith('opineBy'))
        .map(([key, { lastDay, phase }]) => [key, { lastDay, phase }])
    ),
  };
}

function withoutColleagues(event: CaseEvent): unknown {
  if (event.type === 'forward') return { lead: event.data.lead.agency };
  if (event.type === 'publish' || event.type === 'answerJointly')
    return { forms: event.data.forms, text: event.data.text };
  if (event.type === 'republish') return { text: event.data.text };
  return event.type === 'unpublish' ? {} : event.data;
}
