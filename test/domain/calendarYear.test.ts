import { describe, expect, test } from '@jest/globals';
import { officialYears } from '../../calendar/official';
import { isWorkingDay } from '../../domain/calendar';
import { dayOn, departures, snapshot, type CalendarYear } from '../../domain/calendarYear';

const blank = (year: number, status: CalendarYear['status'] = 'provisional'): CalendarYear => ({
  year,
  status,
  off: [],
  worked: [],
  weekendHolidays: [],
  source: { document: '', reason: '' },
});

describe('Working days: the calendar that cases count by', () => {
  test('is sorted, whatever the order of the years', () => {
    const calendar = snapshot([...officialYears].reverse(), 7);
    expect(calendar).toEqual(snapshot(officialYears, 7));
    expect(calendar.off).toEqual([...calendar.off].sort());
    expect(calendar.version).toBe(7);
  });

  test('covers the window asked for and no more', () => {
    const { off, officialThrough } = snapshot(officialYears, 1, { from: 2025, to: 2026 });
    expect([off[0], off.at(-1)]).toEqual(['2025-01-01', '2026-11-24']);
    expect(officialThrough).toBe('2026-12-31');
  });

  test.each([
    [['official', 'official', 'provisional'], '2029-12-31'],
    [['official', 'provisional', 'official'], '2028-12-31'],
    [['provisional', 'official', 'official'], '2027-12-31'],
    [['official', 'official', 'official'], '2030-12-31'],
  ] as const)('with %j from 2028 on it is official through %s', (statuses, last) => {
    expect(
      snapshot(
        statuses.map((status, index) => blank(2028 + index, status)),
        1
      ).officialThrough
    ).toBe(last);
  });

  test('refuses a missing year, a double one and none at all', () => {
    expect(() => snapshot([blank(2028), blank(2030)], 1)).toThrow(RangeError);
    expect(() => snapshot([blank(2028), blank(2028)], 1)).toThrow(RangeError);
    expect(() => snapshot([], 1)).toThrow(RangeError);
    expect(() => snapshot([blank(2028)], 1, { from: 2029 })).toThrow(RangeError);
  });
});

describe('Working days: a swap over the year’s end is one thing', () => {
  const of2018 = officialYears.find(({ year }) => year === 2018)!;
  const of2019 = officialYears.find(({ year }) => year === 2019)!;

  test('the day worked holds although its year is not announced yet', () => {
    const calendar = snapshot([of2018, blank(2019)], 1);
    expect(isWorkingDay('2018-12-31', calendar)).toBe(false);
    expect(isWorkingDay('2019-01-05', calendar)).toBe(true);
  });

  test('and so does the day off', () => {
    expect(isWorkingDay('2018-12-31', snapshot([blank(2018), of2019], 1))).toBe(false);
  });
});

test('Working days: each day says what it is', () => {
  const days = departures(officialYears);
  expect(dayOn('2026-01-02', days)).toMatchObject({ kind: 'swap', counterpart: '2026-01-10' });
  expect(dayOn('2026-01-10', days)).toMatchObject({ kind: 'madeUp', counterpart: '2026-01-02' });
  expect(dayOn('2026-04-26', days)).toMatchObject({ kind: 'weekend', name: 'Giỗ Tổ Hùng Vương (10/3 ÂL)' });
  expect(dayOn('2026-04-27', days)).toMatchObject({ kind: 'compensatory', counterpart: '2026-04-26' });
  expect(dayOn('2026-11-24', days)).toMatchObject({ kind: 'holiday', counterpart: null });
  expect(dayOn('2026-11-28', days)).toMatchObject({ kind: 'weekend', name: null });
  expect(dayOn('2026-11-23', days)).toMatchObject({ kind: 'workday', name: null });
});
