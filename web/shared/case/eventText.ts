import type { CaseEvent } from '../api/types';
import type { CaseTexts } from './messages.vi';
import { termNameOf } from './deadline';

/** What an alarm says by its kind, and of a common answer what became of it. */
export function eventTitle(event: CaseEvent, t: CaseTexts): string {
  const { term, kind, change } = event.data;
  if (event.type === 'jointAnswerChanged' && change === 'withdrawn') return t.jointAnswerWithdrawn;
  if (event.type !== 'alarm' || typeof term !== 'string') return t.events[event.type];
  const name = t.terms[termNameOf(term)];
  if (kind === 'due') return t.alarmDue(name);
  return kind === 'dueSoon' ? t.alarmSoon(name) : t.alarmReminder(name);
}

const textual = ['subject', 'question', 'explanation', 'reason', 'title', 'text', 'proposal'] as const;

/** What was written in an act, part by part, or why it was refused; ids and codes are no text. */
export function textsOfEvent(event: CaseEvent, t: CaseTexts): string[] {
  return event.type === 'refused' ? [refusalText(event.data, t)] : writtenIn(event);
}

function refusalText({ action, reason }: CaseEvent['data'], t: CaseTexts): string {
  const words = t.refusals[reason as string] ?? t.events.refused;
  return `${t.events[action as keyof CaseTexts['events']]}: ${words}`;
}

const writtenIn = ({ type, data }: CaseEvent): string[] =>
  textual
    .filter((part) => !(type === 'submit' || (type === 'reject' && part === 'reason')))
    .map((part) => data[part])
    .filter((value): value is string => typeof value === 'string' && value !== '');

/** How many files were attached. */
export const filesOfEvent = ({ data }: CaseEvent): number =>
  Array.isArray(data['attachments']) ? data['attachments'].length : 0;
