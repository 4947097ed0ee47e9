import type { CaseEvent } from '../../domain/case';
import { addDays, dateOf, type Instant } from '../../domain/time';

/** A moment to the minute, midnight as 24:00 of the day that it ends. */
function moment(instant: Instant): string {
  const [date, time] = [dateOf(instant), instant.slice(11, 16)];
  return instant.slice(11, 19) === '00:00:00' ? `${addDays(date, -1)} 24:00` : `${date} ${time}`;
}

/** An event in one line: `2026-10-26 24:00 answerBy due`. */
export function brief(event: CaseEvent): string {
  if (event.type !== 'alarm') return `${moment(event.at)} ${event.type}`;
  const { term, agency, kind, daysLeft } = event.data;
  return [moment(event.at), agency === undefined ? term : `${term}:${agency}`, kind, daysLeft]
    .filter(Boolean)
    .join(' ');
}
