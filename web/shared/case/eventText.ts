import type { CaseEvent } from '../api/types';
import type { CaseTexts } from './messages.vi';
import { termNameOf } from './deadline';

/** What an alarm says by its kind. */
export function eventTitle(event: CaseEvent, t: CaseTexts): string {
  const { term, kind } = event.data;
  if (event.type !== 'alarm' || typeof term !== 'string') return t.events[event.type];
  const name = t.terms[termNameOf(term)];
  if (kind === 'due') return t.alarmDue(name);
  return kind === 'dueSoon' ? t.alarmSoon(name) : t.alarmReminder(name);
}

const textual = ['subject', 'question', 'explanation', 'reason', 'title', 'text', 'proposal'] as const;

/** What was written in an act, part by part; ids are no text. */
export const textsOfEvent = ({ type, data }: CaseEvent): string[] =>
  textual
    .filter((part) => !(type === 'submit' || (type === 'reject' && part === 'reason')))
    .map((part) => data[part])
    .filter((value): value is string => typeof value === 'string' && value !== '');

/** How many files were attached. */
export const filesOfEvent = ({ data }: CaseEvent): number =>
  Array.isArray(data['attachments']) ? data['attachments'].length : 0;
