import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { labourCodeYear } from '../../calendar/labourCode';
import { officialYears } from '../../calendar/official';
import { countedDays } from '../../domain/calendar';
import { snapshot } from '../../domain/calendarYear';
import { explainTerm } from '../../domain/explain';
import { addDays, toDate, toDayNumber } from '../../domain/time';

const years = [...officialYears, labourCodeYear(2028)];
const calendar = snapshot(years, 3);
const explain = (from: string, workingDays: number, pauses: { after: string; through: string }[] = []) =>
  explainTerm({ from, workingDays, pauses }, years, 3);

describe('Working days: a deadline explains itself', () => {
  test('S1 over New Year 2026: each day counted or skipped, and why', () => {
    const { days, lastDay, endsAt, provisional, calendarVersion } = explain('2025-12-31', 5);
    expect(days.map(({ date, counted, kind, counterpart }) => [date, counted, kind, counterpart])).toEqual([
      ['2026-01-01', null, 'holiday', null],
      ['2026-01-02', null, 'swap', '2026-01-10'],
      ['2026-01-03', null, 'weekend', null],
      ['2026-01-04', null, 'weekend', null],
      ['2026-01-05', 1, 'workday', null],
      ['2026-01-06', 2, 'workday', null],
      ['2026-01-07', 3, 'workday', null],
      ['2026-01-08', 4, 'workday', null],
      ['2026-01-09', 5, 'workday', null],
    ]);
    expect({ lastDay, endsAt, provisional, calendarVersion }).toEqual({
      lastDay: '2026-01-09',
      endsAt: '2026-01-10T00:00:00.000+07:00',
      provisional: false,
      calendarVersion: 3,
    });
  });

  test('a make-up Saturday is counted and names the day that it replaces', () => {
    expect(explain('2026-01-09', 1).days).toEqual([
      {
        date: '2026-01-10',
        counted: 1,
        kind: 'madeUp',
        name: 'Làm việc bù cho ngày 02/01/2026',
        counterpart: '2026-01-02',
      },
    ]);
  });

  test('a compensatory day names its holiday, the weekend shows which holiday fell on it', () => {
    expect(explain('2026-04-24', 1).days).toMatchObject([
      { date: '2026-04-25', kind: 'weekend', name: null },
      { date: '2026-04-26', kind: 'weekend', name: 'Giỗ Tổ Hùng Vương (10/3 ÂL)' },
      { date: '2026-04-27', kind: 'compensatory', counterpart: '2026-04-26' },
      { date: '2026-04-28', kind: 'workday', counted: 1 },
    ]);
  });

  test('S2 working days within a pause say so, days off within it stay days off', () => {
    const { days, lastDay } = explain('2026-10-05', 15, [{ after: '2026-10-08', through: '2026-10-31' }]);
    const kindOn = (date: string) => days.find((day) => day.date === date)?.kind;
    expect([kindOn('2026-10-08'), kindOn('2026-10-09'), kindOn('2026-10-10')]).toEqual([
      'workday',
      'paused',
      'weekend',
    ]);
    expect(days.filter(({ kind }) => kind === 'paused')).toHaveLength(16);
    expect(lastDay).toBe('2026-11-17');
  });

  test('a deadline past the announced years is provisional', () => {
    expect(explain('2027-12-30', 1).provisional).toBe(false);
    expect(explain('2027-12-31', 1)).toMatchObject({ lastDay: '2028-01-04', provisional: true });
  });

  test('a term beyond the years given is refused rather than counted wrong', () => {
    expect(() => explain('2028-12-28', 15)).toThrow(RangeError);
  });

  test('it agrees with the count and leaves no day out', () => {
    const day = fc.integer({ min: toDayNumber('2018-01-01'), max: toDayNumber('2028-06-30') }).map(toDate);
    const pause = fc.tuple(day, fc.nat({ max: 20 })).map(([after, n]) => ({ after, through: addDays(after, n) }));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), fc.array(pause, { maxLength: 2 }), (from, count, pauses) => {
        const { days, lastDay } = explain(from, count, pauses);
        const counted = days.filter((one) => one.counted !== null);
        expect(counted.map(({ date }) => date)).toEqual(countedDays(from, count, calendar, pauses));
        expect(counted.map((one) => one.counted)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
        expect(counted.every(({ kind }) => kind === 'workday' || kind === 'madeUp')).toBe(true);
        expect(days.every((one) => one.counted !== null || (one.kind !== 'workday' && one.kind !== 'madeUp'))).toBe(
          true
        );
        expect(days.map(({ date }) => toDayNumber(date) - toDayNumber(from))).toEqual(
          days.map((_, index) => index + 1)
        );
        expect(days.at(-1)?.date ?? from).toBe(lastDay);
      })
    );
  });
});
