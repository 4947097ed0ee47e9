import type { CaseRow } from '../db/cases';
import { workingDaysBetween } from '../domain/calendar';
import { offeredActions } from '../domain/followUp';
import type { Actor } from '../domain/roles';
import { daysLeftOn, pressingTerms, termKey } from '../domain/terms';
import { dateOf, startOf, type Instant } from '../domain/time';
import type { Years } from '../books/calendarBook';
import type { LawBook } from '../books/lawBook';
import { maySeeTerm, presentListed } from './present';

/** A page of a list, each case with the deadline that comes first, the working days left of it, and what the reader may do. */
export async function presentPage(rows: readonly CaseRow[], actor: Actor, lawBook: LawBook, now: Instant) {
  const inForce = await lawBook.calendar.latest();
  return Promise.all(
    rows.map(async (row) => {
      const next = nextTerm(row, actor);
      return {
        ...presentListed(row, actor),
        seq: row.seq,
        nextDeadline: next && presentNext(next, now, inForce, await lawBook.calendar.ofVersion(next.calendar)),
        allowedActions: offeredActions(row.state, actor, await lawBook.policy(row.state.policy)),
      };
    })
  );
}

/** The pressing term that ends first, of those that the reader may see. */
const nextTerm = ({ state }: CaseRow, actor: Actor) =>
  pressingTerms(state.terms)
    .map((term) => ({ ...term, key: termKey(term) }))
    .filter(({ key }) => maySeeTerm(key, actor))
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0] ?? null;

/**
 * What is left is counted as the term is, so that a list says what the case's page does; what is over, by the days in
 * force.
 */
function presentNext(term: NonNullable<ReturnType<typeof nextTerm>>, now: Instant, inForce: Years, own: Years) {
  const { key, from, lastDay, endsAt, provisional } = term;
  const today = dateOf(now);
  const workingDaysLeft =
    lastDay < today
      ? -Math.max(1, workingDaysBetween(lastDay, today, inForce.calendarFor(startOf(lastDay), now)))
      : daysLeftOn(term, today, own.calendarFor(startOf(from), endsAt));
  return { term: key, lastDay, provisional, workingDaysLeft, today: lastDay === today };
}
