import { completed } from '../calendar/labourCode';
import { allYearVersions, calendarVersion, type StaleCase, type YearVersion } from '../db/calendar';
import type { Database } from '../db/database';
import type { Calendar } from '../domain/calendar';
import type { CalendarChange } from '../domain/changes';
import { snapshot, type CalendarYear } from '../domain/calendarYear';
import { dateOf, latest, yearOf, type Instant } from '../domain/time';
import { LAST_YEAR } from '../inputs/calendar';

/** How many years ahead a case knows the official days. It learns more when the calendar changes. */
const YEARS_AHEAD = 3;

/** The official days, announced or computed, as one version of the calendar has them. */
export interface Years {
  readonly version: number;
  /** Each announced year with the change that it stands by. */
  readonly announced: readonly YearVersion[];
  readonly between: (from: number, to: number) => CalendarYear[];
  /** What a case received at one moment counts by at another: from the year of its receipt to some years ahead. */
  readonly calendarFor: (receivedAt: Instant, now: Instant) => Calendar;
}

export interface CalendarBook {
  readonly latest: () => Promise<Years>;
  /** As it was known at a moment; as it is known, where none is given. */
  readonly at: (moment: Instant | undefined) => Promise<Years>;
  readonly ofVersion: (version: number) => Promise<Years>;
  /** What brings a case from the version that it counts by to the one in force. The case must be behind. */
  readonly changeFor: (aCase: StaleCase) => Promise<CalendarChange>;
  /** As it would be with other years in force. */
  readonly proposed: (years: readonly CalendarYear[]) => Promise<Years>;
  /** Everything that was ever announced of a year, the oldest first. */
  readonly history: (year: number) => Promise<YearVersion[]>;
}

/** The calendar as it stands in the database and as it stood. What never changes, a version, is read once. */
export function createCalendarBook(db: Database): CalendarBook {
  let known: { version: number; all: YearVersion[]; years: Years } | null = null;
  /** As each term of each case that is shown asks for one; there are a few in a year. */
  const versions = new Map<number, Years>();

  async function current() {
    const version = await calendarVersion(db);
    if (known?.version === version) return known;
    const all = await allYearVersions(db);
    known = { version, all, years: yearsOf(all) };
    return known;
  }
  const those = async (hold: (row: YearVersion) => boolean) => (await current()).all.filter(hold);

  return {
    latest: async () => (await current()).years,
    at: async (moment) =>
      moment === undefined ? (await current()).years : yearsOf(await those(({ createdAt }) => createdAt <= moment)),
    async ofVersion(version) {
      const kept = versions.get(version);
      if (kept !== undefined) return kept;
      const { version: newest, all } = known !== null && known.version >= version ? known : await current();
      const years = yearsOf(all.filter((row) => row.version <= version));
      if (newest >= version) versions.set(version, years);
      return years;
    },
    async changeFor({ calendar, receivedAt, updatedAt }) {
      const { all, years } = await current();
      const changes = all.filter(({ version }) => version > calendar);
      const announcedAt = changes[0]?.createdAt;
      const lastChange = changes.at(-1)?.createdAt ?? updatedAt;
      return {
        calendar: years.calendarFor(receivedAt, latest(lastChange, updatedAt)),
        document: joined(changes.map(({ days }) => days.source.document)),
        reason: joined(changes.map(({ days }) => days.source.reason)),
        ...(announcedAt === undefined ? {} : { announcedAt }),
      };
    },
    async proposed(proposals) {
      const { version, all } = await current();
      const rows = proposals.map((days) => ({ version: version + 1, days, createdAt: '', createdBy: '' }));
      return yearsOf([...all, ...rows]);
    },
    history: (year) => those(({ days }) => days.year === year),
  };
}

const joined = (texts: readonly string[]): string => [...new Set(texts)].join('; ');

/** @param rows the oldest first; the last one of a year holds. */
export function yearsOf(rows: readonly YearVersion[]): Years {
  const version = rows.at(-1)?.version ?? 0;
  const announced = [...new Map(rows.map((row) => [row.days.year, row])).values()];
  const snapshots = new Map<string, Calendar>();
  const between = (from: number, to: number) =>
    completed(
      announced.map(({ days }) => days),
      from,
      Math.min(to, LAST_YEAR)
    );
  return {
    version,
    announced,
    between,
    calendarFor(receivedAt, now) {
      const from = yearOf(dateOf(receivedAt));
      const to = yearOf(dateOf(latest(receivedAt, now))) + YEARS_AHEAD;
      const key = `${String(from)}-${String(to)}`;
      const found = snapshots.get(key) ?? snapshot(between(from, to), version);
      snapshots.set(key, found);
      return found;
    },
  };
}
