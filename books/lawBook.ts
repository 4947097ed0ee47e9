import { createCalendarBook, type CalendarBook } from './calendarBook';
import type { Database } from '../db/database';
import { policyOf, policyVersions, versionFor } from '../db/policies';
import type { Policy } from '../domain/policy';
import type { Law } from '../domain/terms';
import { dateOf, type Instant } from '../domain/time';

export interface LawBook {
  readonly calendar: CalendarBook;
  /** The official days around a receipt, as they are known now, and the policy in force at it. */
  readonly lawAt: (receivedAt: Instant, now: Instant) => Promise<Law>;
  readonly policy: (version: number) => Promise<Policy>;
}

/** The law as it stands in the database. What never changes, a version, is read once. */
export function createLawBook(db: Database): LawBook {
  const policies = new Map<number, Policy>();
  const calendar = createCalendarBook(db);
  return {
    calendar,
    async lawAt(receivedAt, now) {
      const years = await calendar.latest();
      return {
        calendar: years.calendarFor(receivedAt, now),
        policy: versionFor(dateOf(receivedAt), await policyVersions(db)).policy,
      };
    },
    async policy(version) {
      const policy = policies.get(version) ?? (await policyOf(db, version));
      policies.set(version, policy);
      return policy;
    },
  };
}
