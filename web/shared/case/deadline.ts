import type { CaseTerm, ListedCase, TermName } from '../api/types';
import type { Formats } from '../i18n/format';
import type { CaseTexts } from './messages.vi';
import type { Tone } from './Tag';

/** How a deadline stands, as a badge says it. */
export interface Standing {
  readonly tone: Tone;
  readonly words: string;
  readonly urgency: 'late' | 'soon' | 'none';
}

const SOON = 3;

/** The name in a deadline's key: `opineBy:justice` is `opineBy`. */
export const termNameOf = (key: string): TermName => key.split(':')[0] as TermName;

/** The agency in a deadline's key, where it names one. */
export const agencyOfTerm = (key: string): string | undefined => key.split(':')[1];

/** Deadlines by their ends; those that wait for somebody come last. */
export const inOrder = (deadlines: Readonly<Record<string, CaseTerm>>): [name: string, term: CaseTerm][] =>
  Object.entries(deadlines).toSorted(([, a], [, b]) => ((a.lastDay ?? '~') < (b.lastDay ?? '~') ? -1 : 1));

/** The deadline of a line of a list. */
export function standingOfNext(next: NonNullable<ListedCase['nextDeadline']>, t: CaseTexts): Standing {
  if (next.workingDaysLeft < 0) return late(t.overdueBy(-next.workingDaysLeft));
  return next.today ? late(t.endsToday) : inTime(next.workingDaysLeft, t);
}

/** A deadline of one case, on a local day. */
export function standingOf(term: CaseTerm, today: string, t: CaseTexts, format: Formats): Standing {
  const { phase, lastDay } = term;
  if (phase === 'paused') return { tone: 'quiet', words: t.paused, urgency: 'none' };
  if (phase === 'lifted') return { tone: 'quiet', words: t.lifted, urgency: 'none' };
  if (phase === 'met')
    return term.late
      ? { tone: 'soon', words: t.metLate, urgency: 'none' }
      : { tone: 'calm', words: t.met, urgency: 'none' };
  if (phase === 'lapsed' || lastDay === null || lastDay < today)
    return late(term.lateByCalendar ? t.lateByCalendar : t.overdueAfter(format.day(lastDay ?? today)));
  if (lastDay === today) return late(t.endsToday);
  return inTime((term.counted ?? []).filter((day) => day >= today).length, t);
}

const late = (words: string): Standing => ({ tone: 'late', words, urgency: 'late' });
const inTime = (days: number, t: CaseTexts): Standing =>
  days <= SOON
    ? { tone: 'soon', words: t.daysLeft(days), urgency: 'soon' }
    : { tone: 'calm', words: t.daysLeft(days), urgency: 'none' };
