import type { paths, Schemas } from '../../shared/api/types';

type YearDays = Pick<Schemas['CalendarYearWithHistory'], 'off' | 'worked' | 'weekendHolidays'>;

/** The days of a year in the words of the API, as it takes them. */
export type ProposedDays = Required<
  Pick<
    paths['/v1/calendar/{year}']['put']['requestBody']['content']['application/json'],
    'off' | 'worked' | 'weekendHolidays'
  >
>;

/** What a day can be beside a plain working day or weekend. */
export const entryKinds = ['holiday', 'compensatory', 'swap', 'worked', 'weekendHoliday'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A day that departs from Monday to Friday. `counterpart` is the day that it stands for, or that stands for it. */
export interface Entry {
  readonly kind: EntryKind;
  readonly name: string;
  readonly counterpart?: string;
  /** What a new swap calls its other half. */
  readonly otherName?: string;
  readonly sources?: readonly string[];
}

/** A year's departures by their dates. */
export type Entries = Readonly<Record<string, Entry>>;

export const entriesOf = ({ off, worked, weekendHolidays }: YearDays): Entries =>
  Object.fromEntries([
    ...off.map(({ date, ...day }): [string, Entry] => [date, day]),
    ...worked.map(({ date, replaces, ...day }): [string, Entry] => [
      date,
      { kind: 'worked', counterpart: replaces, ...day },
    ]),
    ...weekendHolidays.map(({ date, name }): [string, Entry] => [date, { kind: 'weekendHoliday', name }]),
  ]);

/** The same in the words of the API. A new day names no source: it rests on the document of the change. */
export function daysOf(entries: Entries): ProposedDays {
  const off: ProposedDays['off'] = [];
  const worked: ProposedDays['worked'] = [];
  const weekendHolidays: ProposedDays['weekendHolidays'] = [];
  for (const date of datesOf(entries)) {
    const { kind, name, counterpart = '', sources } = entries[date] as Entry;
    const day = { date, name, ...(sources === undefined ? {} : { sources: [...sources] }) };
    if (kind === 'holiday') off.push({ ...day, kind });
    else if (kind === 'compensatory' || kind === 'swap') off.push({ ...day, kind, counterpart });
    else if (kind === 'worked') worked.push({ ...day, replaces: counterpart });
    else weekendHolidays.push({ date, name });
  }
  return { off, worked, weekendHolidays };
}

export const datesOf = (entries: Entries): string[] => Object.keys(entries).sort();

export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** A swap's other half and its date; null for what is no swap. */
export function otherHalf(date: string, entry: Entry): [date: string, half: Entry] | null {
  const { kind, counterpart, name, otherName = name } = entry;
  if (!isSwap(entry) || counterpart === undefined) return null;
  return [
    counterpart,
    { name: otherName, otherName: name, kind: kind === 'swap' ? 'worked' : 'swap', counterpart: date },
  ];
}

/** With another entry for a day, or none. A swap is one thing: its other half goes with it, within the year. */
export function withEntry(entries: Entries, date: string, entry: Entry | null): Entries {
  const old = entries[date];
  const gone = [date, ...(old?.counterpart !== undefined && isSwap(old) ? [old.counterpart] : [])];
  const rest = Object.fromEntries(Object.entries(entries).filter(([day]) => !gone.includes(day)));
  if (entry === null) return rest;
  const own = { ...rest, [date]: entry };
  const half = otherHalf(date, entry);
  return half === null || yearOf(half[0]) !== yearOf(date) ? own : { ...own, [half[0]]: half[1] };
}

const isSwap = ({ kind }: Entry): boolean => kind === 'swap' || kind === 'worked';

/** The days at which two years differ. */
export const differences = (a: Entries, b: Entries): string[] =>
  [...new Set([...datesOf(a), ...datesOf(b)])].sort().filter((date) => !isSame(a[date], b[date]));

const isSame = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a?.kind === b?.kind && a?.name === b?.name && a?.counterpart === b?.counterpart;

/** What somebody made of a year, made of the year as it has become meanwhile. */
export function rebased(mine: Entries, before: Entries, now: Entries): Entries {
  const own = differences(before, mine);
  const kept = Object.entries(now).filter(([date]) => !own.includes(date));
  const added = own.flatMap((date): [string, Entry][] => (mine[date] === undefined ? [] : [[date, mine[date]]]));
  return Object.fromEntries([...kept, ...added]);
}
