import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { icsFromYears } from '../../calendar/ics';
import { yearsFromIcs } from '../../calendar/icsImport';
import { labourCodeYear } from '../../calendar/labourCode';
import { officialYears } from '../../calendar/official';
import type { CalendarYear } from '../../domain/calendarYear';

const stampedAt = '2026-10-02T08:00:00.000+07:00';
const year2026 = officialYears.filter(({ year }) => year === 2026);
const written = icsFromYears(year2026, stampedAt);
const codes = (ics: string) => yearsFromIcs(ics).faults.map(({ path, code }) => `${path} ${code}`);

describe('Working days: iCalendar out and in again', () => {
  test('loses nothing of the announced years or of a computed one', () => {
    const years = [...officialYears, labourCodeYear(2028)];
    expect(yearsFromIcs(icsFromYears(years, stampedAt))).toEqual({ years, faults: [] });
  });

  test('is the same text for the same years', () => {
    expect(icsFromYears(year2026, stampedAt)).toBe(written);
  });

  test('shows a subscriber an all-day event with its name', () => {
    expect(written).toContain('DTSTART;VALUE=DATE:20261124\r\nSTATUS:CONFIRMED');
    expect(written).toContain('SUMMARY:Ngày Văn hóa Việt Nam 24/11\r\n');
    expect(written).toContain('DTSTAMP:20261002T010000Z');
    expect(icsFromYears([labourCodeYear(2028)], stampedAt)).toContain('STATUS:TENTATIVE');
  });

  test('keeps any text whatever', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !/[\r\n]|\p{Cc}/u.test(one));
    fc.assert(
      fc.property(text, text, text, fc.array(text), (name, document, reason, sources) => {
        const year: CalendarYear = {
          year: 2026,
          status: 'official',
          off: [{ date: '2026-01-01', name, kind: 'holiday', sources }],
          worked: [],
          weekendHolidays: [],
          source: { document, reason },
        };
        expect(yearsFromIcs(icsFromYears([year], stampedAt))).toEqual({ years: [year], faults: [] });
      })
    );
  });
});

describe('Working days: what a calendar program does to the file', () => {
  test('its own properties and an end on the day after are taken', () => {
    const touched = written
      .replaceAll('TRANSP:TRANSPARENT', 'TRANSP:OPAQUE\r\nX-APPLE-SORT-ORDER:1')
      .replace('DTSTART;VALUE=DATE:20261124', 'DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261125');
    expect(yearsFromIcs(touched)).toEqual({ years: year2026, faults: [] });
  });

  const event = 'DTSTART;VALUE=DATE:20260101\r\nSTATUS:CONFIRMED';
  test.each([
    ['a day that does not exist', event, 'DTSTART;VALUE=DATE:20260230', '/vevent/0/dtstart malformedDate'],
    ['a time of day', event, 'DTSTART:20260101T080000', '/vevent/0/dtstart malformedDate'],
    ['an event of a week', event, `${event}\r\nDTEND;VALUE=DATE:20260108`, '/vevent/0 notOneDay'],
    ['a repeated event', event, `${event}\r\nRRULE:FREQ=YEARLY`, '/vevent/0 notOneDay'],
    ['a kind that is none', 'KIND;VALUE=TEXT:holiday', 'KIND;VALUE=TEXT:party', '/vevent/0/x-pakn-kind unknownKind'],
    ['no counterpart', 'X-PAKN-COUNTERPART', 'X-OTHER', '/vevent/1/x-pakn-counterpart malformedDate'],
    ['a status that is none', 'STATUS:FINAL', 'STATUS:CANCELLED', '/vjournal/0/status unknownStatus'],
  ])('%s is named', (_, from, to, named) => {
    expect(codes(written.replace(from, to))).toContain(named);
    expect(yearsFromIcs(written.replace(from, to)).years).toEqual([]);
  });

  test('a year without its document is named', () => {
    expect(codes(written.replace(/BEGIN:VJOURNAL.*END:VJOURNAL\r\n/s, ''))).toEqual([
      '/vjournal noYear',
      '/vjournal yearUndocumented',
    ]);
  });

  test.each(['', 'hello', 'BEGIN:VCALENDAR', 'BEGIN:VCARD\r\nVERSION:4.0\r\nEND:VCARD', `${written}\r\n${written}`])(
    'what is not one calendar is named (%#)',
    (ics) => {
      expect(codes(ics)).toEqual([' notICalendar']);
    }
  );

  test('an empty calendar announces no year', () => {
    expect(codes('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR')).toEqual(['/vjournal noYear']);
  });

  test('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (ics) => yearsFromIcs(ics).years.length === 0));
    fc.assert(
      fc.property(fc.nat({ max: written.length }), fc.nat({ max: 80 }), fc.string(), (at, length, text) => {
        const broken = written.slice(0, at) + text + written.slice(at + length);
        const { years, faults } = yearsFromIcs(broken);
        expect(years.length > 0).toBe(faults.length === 0);
      })
    );
  });
});
