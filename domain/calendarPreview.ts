import type { CaseState, Moved } from './case';
import { changeCalendar, type CalendarChange } from './changes';
import type { TermName } from './policy';
import type { Law } from './terms';
import type { Instant } from './time';

/** What a change of the official days would do to a case. */
export interface Foreseen {
  readonly moved: readonly Moved[];
  /** The keys of terms that run now and would have ended already. */
  readonly overdue: readonly string[];
}

/** Nobody in the service is late when these end. */
const nobodysDelay: readonly TermName[] = ['infoOverdue', 'closeAfter'];

/** Reckons a change without applying it. */
export function foresee(state: CaseState, change: CalendarChange, law: Law, now: Instant): Foreseen {
  const [event] = changeCalendar(state, change, law, now);
  if (event?.type !== 'calendarChanged') return { moved: [], overdue: [] };
  const overdue = Object.entries(event.changes.terms ?? {})
    .filter(([, term]) => term.phase === 'running' && term.endsAt <= now && !nobodysDelay.includes(term.name))
    .filter(([key]) => (state.terms[key]?.endsAt ?? now) > now)
    .map(([key]) => key);
  return { moved: event.data.moved, overdue };
}
