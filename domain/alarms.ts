import { allLifted, nextPeriod, startProgress } from './settling';
import { type AlarmData, type CaseEvent, type CaseState, type Changes } from './case';
import { evolve } from './evolve';
import { SERVICE } from './roles';
import { keyed, settleTerm, termKey, type Law, type Term, type Warning } from './terms';
import type { Instant } from './time';

/** The next moment for which a term must wake the case. */
export interface Alarm {
  readonly at: Instant;
  readonly term: Term;
  /** The warning that it is; null at the end of the term itself. */
  readonly warning: Warning | null;
}

/** The one armed alarm of a running term; none of any other. */
export function armedAlarm(term: Term): Alarm | null {
  if (term.phase !== 'running') return null;
  const warning = term.warnings[0] ?? null;
  return { at: warning?.at ?? term.endsAt, term, warning };
}

/** The earliest armed alarm of a case. In the same moment the terms follow each other by their keys. */
export function nextAlarm(state: CaseState): Alarm | null {
  const armed = Object.values(state.terms)
    .map(armedAlarm)
    .filter((alarm) => alarm !== null);
  return armed.sort((a, b) => (order(a) < order(b) ? -1 : 1))[0] ?? null;
}

const order = (alarm: Alarm): string => `${alarm.at} ${termKey(alarm.term)}`;

/** Everything that rings up to and including `until`, in order, each with the legal time at which it was due. */
export function dueAlarms(state: CaseState, until: Instant, law: Law, recordedAt: Instant): CaseEvent[] {
  const events: CaseEvent[] = [];
  let current = state;
  for (let alarm = nextAlarm(current); alarm !== null && alarm.at <= until; alarm = nextAlarm(current)) {
    const event = ring(current, alarm, law, recordedAt);
    events.push(event);
    current = evolve(current, event);
  }
  return events;
}

function ring(state: CaseState, alarm: Alarm, law: Law, recordedAt: Instant): CaseEvent {
  const { at, term, warning } = alarm;
  const data: AlarmData = {
    term: term.name,
    ...(term.agency === undefined ? {} : { agency: term.agency }),
    kind: warning?.kind ?? 'due',
    ...(warning === null ? {} : { daysLeft: warning.daysLeft }),
    lastDay: term.lastDay,
    ...(warning === null && term.lateByCalendar ? { lateByCalendar: true } : {}),
    ...(term.name === 'progressDue' ? { missed: !state.progressReported } : {}),
  };
  const changes: Changes =
    warning === null
      ? ranOut(state, term, law, recordedAt)
      : { terms: keyed([{ ...term, warnings: term.warnings.slice(1), dueSoon: true }]) };
  return { seq: state.seq + 1, type: 'alarm', at, recordedAt, by: SERVICE, data, changes };
}

/** What follows from the end of a term. An alarm informs, marks and leads on; it never takes an act that is a person's. */
function ranOut(state: CaseState, term: Term, law: Law, now: Instant): Changes {
  const lapsed: Term = { ...term, phase: 'lapsed', late: true };
  switch (term.name) {
    case 'rejectBy':
    case 'routeBy':
    case 'postResultBy':
    case 'opineBy':
    case 'infoOverdue':
      return { terms: keyed([lapsed]) };
    case 'answerBy':
      return { progressReported: false, terms: keyed([lapsed, startProgress(lapsed, law, now)]) };
    case 'progressDue':
      return { progressReported: false, terms: keyed([nextPeriod(term, law, now)]) };
    case 'closeAfter':
      return {
        status: 'closed',
        terms: { ...allLifted(state, term.endsAt), ...keyed([settleTerm(term, 'met', term.endsAt)]) },
      };
  }
}
