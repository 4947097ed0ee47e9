import type { Calendar } from './calendar';
import { weekday, yearOf, type LocalDate } from './time';

interface NamedDay {
  readonly date: LocalDate;
  readonly name: string;
}

interface DocumentedDay extends NamedDay {
  /** The documents that it rests on, by their numbers. */
  readonly sources: readonly string[];
}

/** A weekday off that the law names. */
export interface HolidayOff extends DocumentedDay {
  readonly kind: 'holiday';
}

/** A weekday off for a holiday at a weekend, its `counterpart`. */
export interface CompensatoryOff extends DocumentedDay {
  readonly kind: 'compensatory';
  readonly counterpart: LocalDate;
}

/** A weekday off for a Saturday or Sunday worked, its `counterpart`. */
interface SwapOff extends DocumentedDay {
  readonly kind: 'swap';
  readonly counterpart: LocalDate;
}

export type OffDay = HolidayOff | CompensatoryOff | SwapOff;

/** A Saturday or Sunday worked for the weekday that it replaces. */
export interface WorkedDay extends DocumentedDay {
  readonly replaces: LocalDate;
}

/** A holiday at a weekend: it changes no day by itself, a compensatory day stands for it (Labour Code 2019 Art. 111(3)). */
export type WeekendHoliday = NamedDay;

/** A year's departures from Monday to Friday: announced by the Government, or computed until it is. */
export interface CalendarYear {
  readonly year: number;
  readonly status: 'official' | 'provisional';
  readonly off: readonly OffDay[];
  readonly worked: readonly WorkedDay[];
  readonly weekendHolidays: readonly WeekendHoliday[];
  /** The document that announced the year as it stands, and why it was entered. */
  readonly source: { readonly document: string; readonly reason: string };
}

export type DayKind = 'workday' | 'madeUp' | 'weekend' | OffDay['kind'];

/** What one day is: the holiday's name and the day it was exchanged for, where there is one. */
export interface Day {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly name: string | null;
  readonly counterpart: LocalDate | null;
}

/** The days that are not plain workdays or weekends, by date. */
export type Departures = ReadonlyMap<LocalDate, Day>;

/**
 * A swap is one thing: where a year names one half, the other half holds too,
 * although it lies in a neighbouring year that is not announced yet (31/12/2018 for 05/01/2019).
 */
export function departures(years: readonly CalendarYear[]): Departures {
  const days = [...years.map(otherHalves), ...years].flatMap(ownDays);
  return new Map(days.map((day) => [day.date, day]));
}

/** A year that is not announced yet, with the halves of swaps that announced years name in it. */
export function withSwapsOf(announced: readonly CalendarYear[], days: CalendarYear): CalendarYear {
  const known = [...days.off, ...days.worked, ...days.weekendHolidays];
  const isNew = ({ date }: NamedDay) => yearOf(date) === days.year && !known.some((own) => own.date === date);
  const also = <Named extends NamedDay>(own: readonly Named[], others: readonly Named[]): Named[] =>
    [...own, ...others.filter(isNew)].sort((a, b) => (a.date < b.date ? -1 : 1));
  const off = announced.flatMap((year) => otherHalves(year).off);
  const worked = announced.flatMap((year) => otherHalves(year).worked);
  return { ...days, off: also(days.off, off), worked: also(days.worked, worked) };
}

export const dayOn = (date: LocalDate, days: Departures): Day =>
  days.get(date) ?? { date, kind: weekday(date) > 5 ? 'weekend' : 'workday', name: null, counterpart: null };

/**
 * The calendar that cases count by, of the years `from` to `to` where given.
 * @throws RangeError where no year is left or one is missing or double: its holidays would count as working days.
 */
export function snapshot(
  years: readonly CalendarYear[],
  version: number,
  { from = -Infinity, to = Infinity }: { readonly from?: number; readonly to?: number } = {}
): Calendar {
  const chosen = years.filter(({ year }) => year >= from && year <= to).sort((a, b) => a.year - b.year);
  const days = [...departures(chosen).values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  const datesOf = (...kinds: DayKind[]) => days.filter(({ kind }) => kinds.includes(kind)).map(({ date }) => date);
  return {
    version,
    officialThrough: officialThrough(chosen),
    off: datesOf('holiday', 'compensatory', 'swap'),
    worked: datesOf('madeUp'),
  };
}

/** The last day of the last year announced without a gap before it. */
function officialThrough(years: readonly CalendarYear[]): LocalDate {
  const first = years[0]?.year;
  if (first === undefined) throw new RangeError('the calendar has no year');
  const gap = years.find(({ year }, index) => year !== first + index);
  if (gap !== undefined) throw new RangeError(`the calendar is broken before or at ${gap.year}`);
  const unannounced = years.find(({ status }) => status === 'provisional')?.year ?? first + years.length;
  return `${unannounced - 1}-12-31`;
}

type NamedDays = Pick<CalendarYear, 'off' | 'worked' | 'weekendHolidays'>;

const ownDays = ({ off, worked, weekendHolidays }: NamedDays): Day[] => [
  ...weekendHolidays.map(({ date, name }): Day => ({ date, kind: 'weekend', name, counterpart: null })),
  ...off.map((day): Day => ({
    date: day.date,
    kind: day.kind,
    name: day.name,
    counterpart: day.kind === 'holiday' ? null : day.counterpart,
  })),
  ...worked.map(({ date, name, replaces }): Day => ({ date, kind: 'madeUp', name, counterpart: replaces })),
];

/** What the swaps of a year make of the days for which they are. */
const otherHalves = ({ off, worked }: NamedDays): NamedDays => ({
  off: worked.map(({ date, replaces, ...named }) => ({ ...named, date: replaces, kind: 'swap', counterpart: date })),
  worked: off
    .filter((day) => day.kind === 'swap')
    .map(({ date, name, counterpart, sources }) => ({ date: counterpart, name, replaces: date, sources })),
  weekendHolidays: [],
});
