import type { CalendarBook } from '../calendarBook';
import { explainPaused, explainTerm } from '../domain/explain';
import type { Term } from '../domain/terms';
import { latest, yearOf } from '../domain/time';
import { presentTerm } from './present';

/** A deadline of a case with each day of it, by the calendar that it was counted by. A paused one has no end yet. */
export async function explainedTerm(term: Term, book: CalendarBook) {
  const { pausedSince, calendar } = term;
  const years = await book.ofVersion(calendar);
  const known = years.between(yearOf(term.from), yearOf(latest(term.lastDay, pausedSince ?? term.lastDay)));
  const { days, calendarVersion, ...rest } =
    pausedSince === null ? explainTerm(term, known, calendar) : explainPaused(term, pausedSince, known, calendar);
  const daysLeft = 'daysLeft' in rest ? rest.daysLeft : null;
  return { ...presentTerm(term), pausedSince, daysLeft, calendarVersion, days };
}

/** The same in short: the days that count, and the weekdays and worked weekends that depart from the rule. */
export async function brieflyExplained(term: Term, book: CalendarBook) {
  const { days } = await explainedTerm(term, book);
  return {
    counted: days.filter(({ counted }) => counted !== null).map(({ date }) => date),
    departures: days
      .filter(({ kind }) => kind !== 'workday' && kind !== 'weekend')
      .map(({ date, kind, name, counterpart }) => ({ date, kind, name, counterpart })),
  };
}
