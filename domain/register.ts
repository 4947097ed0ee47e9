import { addDays, byEffect, type LocalDate } from './time';

/** What changed about an entry of a register (agencies, categories and the like) from a day on. Versions are only ever added. */
export interface Version<Facts> {
  readonly code: string;
  /** The order in which versions were entered: of two for one day the later one holds. */
  readonly seq: number;
  readonly effectiveFrom: LocalDate;
  readonly facts: Partial<Facts & Ending>;
}

export interface Ending {
  /** From this day on the entry is no more. */
  readonly ended: boolean;
}

/** A stretch of days on which the facts of an entry stood unchanged. */
export interface Period<Facts> {
  readonly code: string;
  readonly from: LocalDate;
  /** Null as long as no end is known. */
  readonly through: LocalDate | null;
  readonly facts: Facts & Ending;
}

/** An entry as it stands on a day, and the days of its whole life. */
export interface Entry<Facts> {
  readonly code: string;
  readonly facts: Facts;
  readonly validFrom: LocalDate;
  readonly validThrough: LocalDate | null;
}

/** The life of an entry, stretch by stretch, those after its end included. The first version of an entry gives all its facts. */
export function periodsOf<Facts>(versions: readonly Version<Facts>[], code: string): Period<Facts>[] {
  const periods: Period<Facts>[] = [];
  for (const { effectiveFrom, facts } of versions.filter((version) => version.code === code).sort(inForceOrder)) {
    const before = periods.at(-1);
    const merged = { ended: false, ...before?.facts, ...facts } as Facts & Ending;
    if (before?.from === effectiveFrom) periods.pop();
    else if (before !== undefined) periods.splice(-1, 1, { ...before, through: addDays(effectiveFrom, -1) });
    periods.push({ code, from: effectiveFrom, through: null, facts: merged });
  }
  return periods;
}

/** The entries that exist on a day, in the order of their codes. */
export const entriesOn = <Facts>(versions: readonly Version<Facts>[], day: LocalDate): Entry<Facts>[] =>
  codesOf(versions).flatMap((code) => entryOn(versions, code, day) ?? []);

/** The entry as it stands on a day; null where it does not exist then. */
export function entryOn<Facts>(versions: readonly Version<Facts>[], code: string, day: LocalDate): Entry<Facts> | null {
  const periods = periodsOf(versions, code);
  const now = periods.findIndex(({ from, through }) => from <= day && (through === null || day <= through));
  const period = periods[now];
  if (period === undefined || period.facts.ended) return null;
  const { ended: _, ...facts } = period.facts;
  const before = periods.slice(0, now).findLastIndex((period) => period.facts.ended);
  const end = periods.slice(now).find((period) => period.facts.ended);
  return {
    code,
    facts: facts as unknown as Facts,
    validFrom: periods[before + 1]?.from ?? day,
    validThrough: end === undefined ? null : addDays(end.from, -1),
  };
}

/**
 * What was known of an entry on a day, to name it by: what is younger has its first facts, as who acts on the first day of
 * something new, or just before the register knew it; what has ended keeps its last ones. Undefined where it never was.
 */
export function factsOn<Facts>(
  versions: readonly Version<Facts>[],
  code: string,
  day: LocalDate
): (Facts & Ending) | undefined {
  const periods = periodsOf(versions, code);
  return (periods.findLast(({ from }) => from <= day) ?? periods[0])?.facts;
}

export const codesOf = (versions: readonly Version<unknown>[]): string[] =>
  [...new Set(versions.map(({ code }) => code))].sort();

const inForceOrder = byEffect<Version<unknown>>(({ seq }) => seq);
