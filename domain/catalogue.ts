import type { Fault } from './case';
import { fault, tooFarAhead } from './faults';
import { entriesOn, entryOn, periodsOf, type Version } from './register';
import { addDays, latest, type LocalDate } from './time';

/** What a list of the law knows of an entry: its texts for people, its legal basis, its place in the list (R2, R6.1, R9.1). */
export interface CatalogueFacts {
  readonly label: string;
  readonly labelEn: string;
  readonly basis: string;
  readonly position: number;
}

type Known = readonly Version<CatalogueFacts>[];

/** What is to change about an entry from a day on. `validThrough` ends it; null takes an end back. */
export interface EntryPatch {
  readonly facts: Partial<CatalogueFacts>;
  readonly effectiveFrom: LocalDate;
  readonly validThrough?: LocalDate | null;
}

/** What is wrong with a new entry, given its list. */
export const faultsOfEntry = (known: Known, code: string, validFrom: LocalDate, today: LocalDate): Fault[] => [
  ...(known.some((version) => version.code === code)
    ? [fault('/code', 'taken', 'There is an entry of this code, or was one.')]
    : []),
  ...dayFaults('/validFrom', validFrom, today),
];

/** What is wrong with a change of an entry that exists or existed. Its past stays: cases were judged by it. */
export function faultsOfEntryPatch(known: Known, code: string, patch: EntryPatch, today: LocalDate): Fault[] {
  const { effectiveFrom, validThrough } = patch;
  const stands = entryOn(known, code, effectiveFrom);
  return [
    ...dayFaults('/effectiveFrom', effectiveFrom, today),
    ...(stands === null && validThrough !== null
      ? [fault('/effectiveFrom', 'ended', `The entry does not exist on ${effectiveFrom}.`)]
      : []),
    ...(stands !== null && stands.validThrough === null && validThrough === null
      ? [fault('/validThrough', 'noEnd', 'The entry has no end that could be taken back.')]
      : []),
    ...(typeof validThrough === 'string' ? endFaults(known, code, patch, validThrough, today) : []),
  ];
}

/** The versions by which the change goes on record. */
export function versionsOfEntryPatch(known: Known, code: string, { facts, effectiveFrom, validThrough }: EntryPatch) {
  const end = periodsOf(known, code).findLast((period) => period.facts.ended);
  return [
    // An end that is still to come is taken back where it stands, so that the days before it stay as they are.
    ...(validThrough === null && end !== undefined
      ? [{ effectiveFrom: latest(end.from, effectiveFrom), facts: { ended: false } }]
      : []),
    ...(Object.keys(facts).length > 0 ? [{ effectiveFrom, facts }] : []),
    ...(typeof validThrough === 'string' ? [{ effectiveFrom: addDays(validThrough, 1), facts: { ended: true } }] : []),
  ];
}

const dayFaults = (path: string, day: LocalDate, today: LocalDate): Fault[] => [
  ...(day < today ? [fault(path, 'past', 'What was offered on a day that has passed stays as it was.')] : []),
  ...tooFarAhead(path, day, today),
];

function endFaults(known: Known, code: string, patch: EntryPatch, end: LocalDate, today: LocalDate): Fault[] {
  const others = entriesOn(known, addDays(end, 1)).filter((entry) => entry.code !== code);
  return [
    ...(end < latest(today, patch.effectiveFrom)
      ? [fault('/validThrough', 'past', 'The last day lies before the day from which the change holds.')]
      : []),
    ...(others.length === 0 ? [fault('/validThrough', 'lastEntry', 'The list would be empty afterwards.')] : []),
  ];
}
