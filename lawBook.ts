import { completed } from './calendar/labourCode';
import type { Database } from './db/database';
import { allPolicies, announcedYears, calendarVersion, policyOf } from './db/law';
import { snapshot, type CalendarYear } from './domain/calendarYear';
import { policyFor, type Policy } from './domain/policy';
import type { Law } from './domain/terms';
import { dateOf, type Instant } from './domain/time';

/** The years of official days, announced or computed, under one version. */
export interface Years {
  readonly version: number;
  readonly between: (from: number, to: number) => CalendarYear[];
}

/** The first year whose official days are on record; a receipt before it cannot be counted from. */
export const FIRST_YEAR = 2018;

/** How many years ahead of its receipt a case knows the calendar. It learns more when the calendar changes. */
const YEARS_AHEAD = 3;

export interface LawBook {
  readonly years: () => Promise<Years>;
  /** The official days around a moment and the policy in force at it. */
  readonly lawAt: (receivedAt: Instant) => Promise<Law>;
  readonly policy: (version: number) => Promise<Policy>;
}

/** The law as it stands in the database. What never changes, a version, is read once. */
export function createLawBook(db: Database): LawBook {
  const policies = new Map<number, Policy>();
  let known: { version: number; announced: CalendarYear[] } | null = null;

  async function years(): Promise<Years> {
    const version = await calendarVersion(db);
    if (known?.version !== version) known = { version, announced: await announcedYears(db) };
    const { announced } = known;
    return { version, between: (from, to) => completed(announced, from, to) };
  }

  return {
    years,
    async lawAt(receivedAt) {
      const year = Number(dateOf(receivedAt).slice(0, 4));
      const { version, between } = await years();
      return {
        calendar: snapshot(between(year, year + YEARS_AHEAD), version),
        policy: policyFor(dateOf(receivedAt), await allPolicies(db)),
      };
    },
    async policy(version) {
      const policy = policies.get(version) ?? (await policyOf(db, version));
      policies.set(version, policy);
      return policy;
    },
  };
}
