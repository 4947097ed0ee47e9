import type { CalendarBook } from '../books/calendarBook';
import type { CaseState } from '../domain/case';
import { explainPaused, explainTerm, type ExplainedDay } from '../domain/explain';
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

/** Deadlines as a case shows them, each with the days that it counts and those that depart from Monday to Friday. */
export async function withDays<Shown extends object>(
  deadlines: Readonly<Record<string, Shown>>,
  { terms }: CaseState,
  book: CalendarBook
) {
  const explained = Object.entries(deadlines).map(async ([key, shown]) => {
    const term = terms[key];
    return [key, term === undefined ? shown : { ...shown, ...inShort(await explainedTerm(term, book)) }] as const;
  });
  return Object.fromEntries(await Promise.all(explained));
}

const inShort = ({ days }: { readonly days: readonly ExplainedDay[] }) => ({
  counted: days.filter(({ counted }) => counted !== null).map(({ date }) => date),
  departures: days
    .filter(({ kind }) => kind !== 'workday' && kind !== 'weekend')
    .map(({ date, kind, name, counterpart }) => ({ date, kind, name, counterpart })),
});
