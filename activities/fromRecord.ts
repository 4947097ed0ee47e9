import { createLawBook } from '../books/lawBook';
import type { Database } from '../db/database';
import { knownOf } from '../db/known';
import type { Known } from '../domain/case';
import type { Law } from '../domain/terms';

/** What the workflow of a case begins with that goes on from its record. */
export interface FromRecord {
  readonly known: Known;
  /** The days by which it counts: where they have changed since, it is told afterwards. */
  readonly law: Law;
}

export function createFromRecord(db: Database): (code: string) => Promise<FromRecord> {
  const lawBook = createLawBook(db);
  return async (code) => {
    const known = await knownOf(db, code);
    const { state } = known;
    const years = await lawBook.calendar.ofVersion(state.calendar);
    const calendar = years.calendarFor(state.receivedAt, state.asOf);
    return { known, law: { calendar, policy: await lawBook.policy(state.policy) } };
  };
}
