import ICAL from 'ical.js';
import type { CalendarYear, OffDay } from '../domain/calendarYear';
import type { Instant } from '../domain/time';

/** What each event of the file is; `weekendHoliday` changes no day and is shown for the reader's sake. */
type EventKind = OffDay['kind'] | 'worked' | 'weekendHoliday';

/** Our own properties, where RFC 5545 has none: what a day is, the day it was exchanged for, its documents. */
export const extension = { kind: 'x-pakn-kind', counterpart: 'x-pakn-counterpart', source: 'x-pakn-source' } as const;

/** RFC 5545 has a word for both: of an event (`VEVENT`) and of a document (`VJOURNAL`). */
export const statusWords = {
  official: { event: 'CONFIRMED', journal: 'FINAL' },
  provisional: { event: 'TENTATIVE', journal: 'DRAFT' },
} as const;

/** A property or a component as RFC 7265 (jCal) writes it. */
type Property = [name: string, parameters: Record<string, string>, type: string, value: string];
export type Component = [name: string, properties: Property[], components: Component[]];

interface Event {
  readonly date: string;
  readonly name: string;
  readonly kind: EventKind;
  readonly counterpart?: string;
  readonly sources?: readonly string[];
}

/**
 * The years as iCalendar, for people to subscribe to: an all-day event for each day, a journal entry for each year
 * with the document and the reason. `yearsFromIcs` reads it back without loss.
 * @param stampedAt when the years came to be as they are, so that the same years are always the same text.
 */
export function icsFromYears(years: readonly CalendarYear[], stampedAt: Instant): string {
  const stamp: Property = ['dtstamp', {}, 'date-time', new Date(stampedAt).toISOString().replace(/\.\d+/, '')];
  const calendar: Component = [
    'vcalendar',
    [
      text('version', '2.0'),
      text('prodid', '-//pakn//working days//VI'),
      ['x-wr-calname', {}, 'unknown', 'Ngày làm việc'],
    ],
    years.flatMap((year) => [journal(year, stamp), ...eventsOf(year).map((day) => event(day, year.status, stamp))]),
  ];
  return ICAL.stringify(calendar);
}

const text = (name: string, value: string): Property => [name, {}, 'text', value];
const date = (name: string, value: string): Property => [name, {}, 'date', value];

const journal = ({ year, status, source }: CalendarYear, stamp: Property): Component => [
  'vjournal',
  [
    text('uid', `${year}@pakn`),
    stamp,
    date('dtstart', `${year}-01-01`),
    text('status', statusWords[status].journal),
    text('summary', source.document),
    text('description', source.reason),
  ],
  [],
];

const eventsOf = ({ off, worked, weekendHolidays }: CalendarYear): Event[] => [
  ...off,
  ...worked.map((day): Event => ({ ...day, kind: 'worked', counterpart: day.replaces })),
  ...weekendHolidays.map((day): Event => ({ ...day, kind: 'weekendHoliday' })),
];

const event = (
  { date: day, name, kind, counterpart, sources = [] }: Event,
  status: CalendarYear['status'],
  stamp: Property
): Component => [
  'vevent',
  [
    text('uid', `${day}@pakn`),
    stamp,
    date('dtstart', day),
    text('status', statusWords[status].event),
    // A day off is no appointment: it must not make the subscriber look busy.
    text('transp', 'TRANSPARENT'),
    text('summary', name),
    text(extension.kind, kind),
    ...(counterpart === undefined ? [] : [date(extension.counterpart, counterpart)]),
    ...sources.map((source) => text(extension.source, source)),
  ],
  [],
];
