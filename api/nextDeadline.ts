import type { CaseRow } from '../db/cases';
import { workingDaysBetween, type Calendar } from '../domain/calendar';
import { offeredActions } from '../domain/followUp';
import type { Actor } from '../domain/roles';
import { pressingTerms, termKey } from '../domain/terms';
import { addDays, dateOf, latest, startOf, type Instant, type LocalDate } from '../domain/time';
import type { LawBook } from '../books/lawBook';
import { maySeeTerm, presentListed } from './present';

/** A page of a list, each case with the deadline that comes first, the working days left of it, and what the reader may do. */
export async function presentPage(rows: readonly CaseRow[], actor: Actor, lawBook: LawBook, now: Instant) {
  const today = dateOf(now);
  const firstDays = rows.map((row) => nextTerm(row, actor)?.lastDay ?? today).sort();
  const first = firstDays[0] ?? today;
  const calendar = (await lawBook.calendar.latest()).calendarFor(startOf(first < today ? first : today), now);
  return Promise.all(
    rows.map(async (row) => ({
      ...presentListed(row, actor),
      seq: row.seq,
      nextDeadline: nextDeadline(row, actor, calendar, today),
      allowedActions: offeredActions(row.state, actor, await lawBook.policy(row.state.policy)),
    }))
  );
}

/** The pressing term that ends first, of those that the reader may see. */
const nextTerm = ({ state }: CaseRow, actor: Actor) =>
  pressingTerms(state.terms)
    .map((term) => ({ ...term, key: termKey(term) }))
    .filter(({ key }) => maySeeTerm(key, actor))
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0];

function nextDeadline(row: CaseRow, actor: Actor, calendar: Calendar, today: LocalDate) {
  const next = nextTerm(row, actor);
  if (next === undefined) return null;
  const { key: term, from, lastDay, provisional } = next;
  const workingDaysLeft =
    lastDay < today
      ? -Math.max(1, workingDaysBetween(lastDay, today, calendar))
      : workingDaysBetween(latest(from, addDays(today, -1)), lastDay, calendar);
  return { term, lastDay, provisional, workingDaysLeft, today: lastDay === today };
}
