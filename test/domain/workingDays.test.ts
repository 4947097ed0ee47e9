import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { officialYears } from '../../calendar/official';
import { countedDays, isWorkingDay, workingDaysBetween, type Calendar } from '../../domain/calendar';
import { snapshot } from '../../domain/calendarYear';
import { addDays, dateOf, endOf, toDate, toDayNumber, toInstant, weekday } from '../../domain/time';
import cases from './deadlineCases.json';
import { oracle } from './support/oracle';

const official = snapshot(officialYears, 1);
const lastDay = (from: string, workingDays: number, calendar = official) =>
  countedDays(from, workingDays, calendar).at(-1);

describe('R6.1, R8.1, R8.2 Working days: the cases checked by hand', () => {
  test.each(cases)('$id $why', ({ receivedAt, workingDays, expectedLastDay, firstCountedDay, endsAt }) => {
    const days = countedDays(dateOf(receivedAt), workingDays, official);
    expect(days[0]).toBe(firstCountedDay);
    expect(days.at(-1)).toBe(expectedLastDay);
    expect(Date.parse(endOf(expectedLastDay))).toBe(Date.parse(endsAt));
  });
});

describe('Working days: the edges of a day and of a year', () => {
  test('23:59:59.999 belongs to the day, 00:00 to the next', () => {
    expect(dateOf('2026-02-13T23:59:59.999+07:00')).toBe('2026-02-13');
    expect(dateOf('2026-02-14T00:00:00.000+07:00')).toBe('2026-02-14');
  });

  test('the same moment written in another offset lies on the same local day', () => {
    expect(dateOf('2026-02-13T06:59:59.999-10:00')).toBe('2026-02-13');
    expect(dateOf('2026-02-13T17:00:00.000Z')).toBe('2026-02-14');
  });

  test('a minute around midnight before Tết 2026 decides between two deadlines', () => {
    expect(lastDay(dateOf('2026-02-12T23:59:00+07:00'), 2)).toBe('2026-02-23');
    expect(lastDay(dateOf('2026-02-13T00:00:00+07:00'), 2)).toBe('2026-02-24');
  });

  test('received on any day of the Tết break, day 1 is the first day back', () => {
    for (let day = '2026-02-13'; day <= '2026-02-22'; day = addDays(day, 1))
      expect(countedDays(day, 1, official)).toEqual(['2026-02-23']);
  });

  test('a make-up Saturday counts, and receipt on it starts on Monday', () => {
    expect(lastDay('2026-08-21', 1)).toBe('2026-08-22');
    expect(lastDay('2026-08-22', 1)).toBe('2026-08-24');
  });

  test('a term crosses the year with a swap in two years', () => {
    expect(countedDays('2018-12-28', 5, official)).toEqual([
      '2019-01-02',
      '2019-01-03',
      '2019-01-04',
      '2019-01-05',
      '2019-01-07',
    ]);
  });

  test('29 February is a day like others', () => {
    expect(countedDays('2024-02-28', 2, official)).toEqual(['2024-02-29', '2024-03-01']);
  });
});

describe('S1 a swap announced mid-case', () => {
  const before = snapshot(
    officialYears.map((year) =>
      year.year === 2026
        ? {
            ...year,
            off: year.off.filter(({ date }) => date !== '2026-01-02'),
            worked: year.worked.filter(({ date }) => date !== '2026-01-10'),
          }
        : year
    ),
    1
  );

  test('S1 received Thu 2025-12-18: answerBy moves from Fri 9 to Sat 10 January', () => {
    expect(lastDay('2025-12-18', 15, before)).toBe('2026-01-09');
    expect(lastDay('2025-12-18', 15)).toBe('2026-01-10');
  });

  test('S1 received 2025-12-31 with 2 days: from Mon 5 to Tue 6 January', () => {
    expect(lastDay('2025-12-31', 2, before)).toBe('2026-01-05');
    expect(lastDay('2025-12-31', 2)).toBe('2026-01-06');
  });
});

test('S9 terms of paper stamped on Friday 2026-10-09 run from the stamp', () => {
  const received = dateOf('2026-10-09T16:50:00.000+07:00');
  expect([2, 5, 15].map((days) => lastDay(received, days))).toEqual(['2026-10-13', '2026-10-16', '2026-10-30']);
});

test('S2 a pause over working days moves the deadline by exactly as many', () => {
  const pauses = [{ after: '2026-10-08', through: '2026-10-31' }];
  expect(lastDay('2026-10-05', 15)).toBe('2026-10-26');
  expect(countedDays('2026-10-05', 15, official, pauses).at(-1)).toBe('2026-11-17');
});

describe('Working days: against the oracle', () => {
  const moment = fc.integer({ min: Date.parse('2017-12-31T17:00Z'), max: Date.parse('2027-09-30T17:00Z') });
  const workingDays = fc.integer({ min: 1, max: 40 });
  const day = fc.integer({ min: toDayNumber('2018-01-01'), max: toDayNumber('2027-12-31') }).map(toDate);
  const pause = fc
    .tuple(day, fc.nat({ max: 40 }))
    .map(([after, length]) => ({ after, through: addDays(after, length) }));
  const days = (isMember: (weekday: number) => boolean) =>
    fc.uniqueArray(day, { maxLength: 400 }).map((all) => all.filter((date) => isMember(weekday(date))).sort());
  const isWeekday = (weekday: number) => weekday <= 5;
  const isWeekend = (weekday: number) => weekday > 5;
  const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
    version: fc.nat(),
    officialThrough: day,
    off: days(isWeekday),
    worked: days(isWeekend),
  });

  test('any receipt, any number of days, any pauses, the official calendar', () => {
    fc.assert(
      fc.property(moment, workingDays, fc.array(pause, { maxLength: 3 }), (millis, count, pauses) => {
        expect(countedDays(dateOf(toInstant(millis)), count, official, pauses)).toEqual(
          oracle(new Date(millis), count, official, pauses)
        );
      }),
      { numRuns: 2000 }
    );
  });

  test('any calendar at all', () => {
    fc.assert(
      fc.property(moment, workingDays, anyCalendar, (millis, count, calendar) => {
        expect(countedDays(dateOf(toInstant(millis)), count, calendar)).toEqual(
          oracle(new Date(millis), count, calendar)
        );
      })
    );
  });

  test('the last of N counted days is N working days away, and a working day', () => {
    fc.assert(
      fc.property(day, workingDays, (from, count) => {
        const end = countedDays(from, count, official).at(-1)!;
        expect(workingDaysBetween(from, end, official)).toBe(count);
        expect(isWorkingDay(end, official)).toBe(true);
      })
    );
  });

  test('later receipt never means an earlier deadline', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 30 }), workingDays, (from, later, count) => {
        expect(lastDay(addDays(from, later), count)! >= lastDay(from, count)!).toBe(true);
      })
    );
  });

  test('S1: a further day off never brings a deadline forward, and a further day worked never puts it back', () => {
    fc.assert(
      fc.property(
        day,
        workingDays,
        anyCalendar,
        days(isWeekday),
        days(isWeekend),
        (from, count, calendar, off, worked) => {
          const before = lastDay(from, count, calendar)!;
          const more = (some: readonly string[], others: readonly string[]) =>
            [...new Set([...some, ...others])].sort();
          expect(lastDay(from, count, { ...calendar, off: more(calendar.off, off) })! >= before).toBe(true);
          expect(lastDay(from, count, { ...calendar, worked: more(calendar.worked, worked) })! <= before).toBe(true);
        }
      )
    );
  });

  test('a pause over k working days after the first day moves the deadline by exactly k', () => {
    fc.assert(
      fc.property(day, workingDays, pause, (from, count, { after, through }) => {
        const plain = countedDays(from, count, official).at(-1)!;
        fc.pre(after >= from && after < plain);
        const k = workingDaysBetween(after, through, official);
        const paused = countedDays(from, count, official, [{ after, through }]).at(-1)!;
        expect(workingDaysBetween(from, paused, official)).toBe(count + k);
      })
    );
  });
});
