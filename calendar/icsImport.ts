import ICAL from 'ical.js';
import type { CalendarYear, OffDay, WeekendHoliday, WorkedDay } from '../domain/calendarYear';
import type { Fault } from '../domain/case';
import { fault } from '../domain/faults';
import { addDays, isLocalDate, yearOf, type LocalDate } from '../domain/time';
import { extension, statusWords, type Component } from './ics';

/** What a file says. Whether its years can be announced, `faultsOfAnnouncement` says. */
export interface ImportedYears {
  /** None where there are faults: half a file is never applied. */
  readonly years: readonly CalendarYear[];
  /** Each path names a component of the file and its property, `/vevent/3/dtstart`. */
  readonly faults: readonly Fault[];
}

/** Reads what `icsFromYears` writes, also after a calendar program has added its own properties. Never throws. */
export function yearsFromIcs(ics: string): ImportedYears {
  const calendar = parsed(ics);
  if (typeof calendar === 'string') return { years: [], faults: [fault('', 'notICalendar', calendar)] };
  const journals = readAll(calendar, 'vjournal', readJournal);
  const days = readAll(calendar, 'vevent', readDay);
  const faults = [...journals.faults, ...days.faults, ...strays(journals.values, days.values)];
  const years = journals.values.map((journal) => ({ ...journal, ...listsOf(journal.year, days.values) }));
  return { years: faults.length > 0 ? [] : years.sort((a, b) => a.year - b.year), faults };
}

type Journal = Pick<CalendarYear, 'year' | 'status' | 'source'>;
type ReadDay =
  | { readonly list: 'off'; readonly day: OffDay }
  | { readonly list: 'worked'; readonly day: WorkedDay }
  | { readonly list: 'weekendHolidays'; readonly day: WeekendHoliday };

/** The one calendar of the file, or what is wrong with it. */
function parsed(ics: string): Component | string {
  try {
    const root = ICAL.parse(ics) as Component;
    return root[0] === 'vcalendar' ? root : 'the file is not one VCALENDAR';
  } catch (error) {
    // Whatever the parser throws, the text is at fault: it is its only input.
    return error instanceof Error ? error.message : String(error);
  }
}

/** The raw values: the library's own dates would turn 30 February into 2 March. */
const values = ([, properties]: Component, name: string): string[] =>
  properties.filter((property) => property[0] === name).map((property) => property[3]);
const value = (component: Component, name: string): string => values(component, name)[0] ?? '';

function readAll<T>(calendar: Component, name: string, read: (component: Component, path: string) => T | Fault[]) {
  const results = calendar[2]
    .filter((component) => component[0] === name)
    .map((component, index) => read(component, `/${name}/${index}`));
  return {
    values: results.filter((result): result is T => !Array.isArray(result)),
    faults: results.flatMap((result) => (Array.isArray(result) ? result : [])),
  };
}

function readJournal(journal: Component, path: string): Journal | Fault[] {
  const date = value(journal, 'dtstart');
  const word = value(journal, 'status');
  const status = (['official', 'provisional'] as const).find((known) => statusWords[known].journal === word);
  if (!isLocalDate(date)) return [fault(`${path}/dtstart`, 'malformedDate', `${date} is no day`)];
  if (status === undefined) return [fault(`${path}/status`, 'unknownStatus', `${word} is neither FINAL nor DRAFT`)];
  return {
    year: yearOf(date),
    status,
    source: { document: value(journal, 'summary'), reason: value(journal, 'description') },
  };
}

function readDay(event: Component, path: string): ReadDay | Fault[] {
  const date = value(event, 'dtstart');
  const name = value(event, 'summary');
  const kind = value(event, extension.kind);
  const counterpart = value(event, extension.counterpart);
  const sources = values(event, extension.source);
  if (!isLocalDate(date)) return [fault(`${path}/dtstart`, 'malformedDate', `${date} is no day`)];
  if (!isSingleDay(event, date)) return [fault(path, 'notOneDay', `${date} lasts or repeats`)];
  if (kind === 'holiday') return { list: 'off', day: { date, name, kind, sources } };
  if (kind === 'weekendHoliday') return { list: 'weekendHolidays', day: { date, name } };
  if (kind !== 'compensatory' && kind !== 'swap' && kind !== 'worked')
    return [fault(`${path}/${extension.kind}`, 'unknownKind', `${date} does not say what it is`)];
  if (!isLocalDate(counterpart))
    return [fault(`${path}/${extension.counterpart}`, 'malformedDate', `${date} has no day that it stands for`)];
  if (kind === 'worked') return { list: 'worked', day: { date, name, replaces: counterpart, sources } };
  return { list: 'off', day: { date, name, kind, counterpart, sources } };
}

/** Calendar programs write the day after as the end of an all-day event. */
const isSingleDay = (event: Component, date: LocalDate): boolean =>
  [...values(event, 'rrule'), ...values(event, 'rdate'), ...values(event, 'duration')].length === 0 &&
  values(event, 'dtend').every((end) => end === addDays(date, 1));

const strays = (journals: readonly Journal[], days: readonly ReadDay[]): Fault[] => {
  const years = journals.map(({ year }) => year);
  const undocumented = new Set(days.map(({ day }) => yearOf(day.date)).filter((year) => !years.includes(year)));
  return [
    ...(years.length === 0 ? [fault('/vjournal', 'noYear', 'the file announces no year')] : []),
    ...[...undocumented].map((year) =>
      fault('/vjournal', 'yearUndocumented', `no VJOURNAL says who announced ${year}`)
    ),
    ...years
      .filter((year, index) => years.indexOf(year) < index)
      .map((year) => fault('/vjournal', 'repeated', `${year} stands here a second time`)),
  ];
};

function listsOf(year: number, days: readonly ReadDay[]): Pick<CalendarYear, 'off' | 'worked' | 'weekendHolidays'> {
  const own = days.filter(({ day }) => yearOf(day.date) === year).sort((a, b) => (a.day.date < b.day.date ? -1 : 1));
  return {
    off: own.flatMap((read) => (read.list === 'off' ? [read.day] : [])),
    worked: own.flatMap((read) => (read.list === 'worked' ? [read.day] : [])),
    weekendHolidays: own.flatMap((read) => (read.list === 'weekendHolidays' ? [read.day] : [])),
  };
}
