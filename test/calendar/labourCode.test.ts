import { describe, expect, test } from '@jest/globals';
import { completed, labourCodeYear } from '../../calendar/labourCode';
import { lunarDays } from '../../calendar/lunar';
import { officialYears } from '../../calendar/official';
import { yearsOf } from '../../books/calendarBook';
import { countedDays, isWorkingDay } from '../../domain/calendar';
import { snapshot } from '../../domain/calendarYear';
import { holidaysDue } from '../../domain/holidays';
import { addDays, toDayNumber, weekday, yearOf } from '../../domain/time';
import { officialYear, withSwap } from '../support/calendar';

const official = snapshot(officialYears, 1);
const of2027 = officialYear(2027);
const swapInto2028 = { ...of2027, off: withSwap('2027-12-31', '2028-01-08', '6/TB', of2027).off };

function wrongDays(year: number): string[] {
  const computed = snapshot([labourCodeYear(year)], 1);
  const wrong: string[] = [];
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1))
    if (isWorkingDay(day, computed) !== isWorkingDay(day, official)) wrong.push(day);
  return wrong;
}

describe('Working days: a computed year against the announced one', () => {
  test.each<[number, string[]]>([
    [2018, ['2018-12-31']],
    [2019, ['2019-01-05', '2019-04-29', '2019-05-04']],
    [2020, []],
    [2021, []],
    [2022, []],
    [2023, []],
    [2024, ['2024-04-29', '2024-05-04']],
    [2025, ['2025-04-26', '2025-05-02']],
    [2026, ['2026-01-02', '2026-01-10', '2026-08-22', '2026-08-31']],
    [2027, []],
  ])('%i differs by %j', (year, days) => {
    expect(wrongDays(year)).toEqual(days);
  });

  test('it differs by swaps only, which nobody can foresee: 12 days in ten years', () => {
    const swaps = officialYears.flatMap(({ off, worked }) => [
      ...off.filter(({ kind }) => kind === 'swap').map(({ date }) => date),
      ...worked.map(({ date }) => date),
    ]);
    expect(swaps).toHaveLength(12);
    expect(officialYears.flatMap(({ year }) => wrongDays(year)).sort()).toEqual(swaps.sort());
  });
});

describe('Working days: lunar dates', () => {
  test.each([
    [2018, '2018-02-16', '2018-04-25', 30],
    [2019, '2019-02-05', '2019-04-14', 30],
    [2020, '2020-01-25', '2020-04-02', 30],
    [2021, '2021-02-12', '2021-04-21', 30],
    [2022, '2022-02-01', '2022-04-10', 29],
    [2023, '2023-01-22', '2023-04-29', 30],
    [2024, '2024-02-10', '2024-04-18', 30],
    [2025, '2025-01-29', '2025-04-07', 29],
    [2026, '2026-02-17', '2026-04-26', 29],
    [2027, '2027-02-06', '2027-04-16', 29],
  ])('%i: mùng 1 on %s, 10/3 on %s, %i days of Chạp', (year, firstOfTet, hungKings, daysOfTwelfthMonth) => {
    expect(lunarDays(year)).toEqual({ firstOfTet, hungKings, daysOfTwelfthMonth });
  });
});

describe.each(Array.from({ length: 13 }, (_, index) => 2028 + index))('Working days: %i as computed', (year) => {
  const computed = labourCodeYear(year);
  const holidays = [...computed.off.filter(({ kind }) => kind === 'holiday'), ...computed.weekendHolidays];
  const isOff = (date: string) => !isWorkingDay(date, snapshot([computed], 1));

  test('is provisional and has the twelve holidays of the law', () => {
    expect(computed.status).toBe('provisional');
    expect(holidays).toHaveLength(12);
    expect(holidaysDue(year)).toBe(12);
  });

  test('has five days of Tết in a row, two of them before mùng 1', () => {
    const tet = holidays.filter(({ name }) => name.startsWith('Tết Âm lịch')).map(({ date }) => toDayNumber(date));
    const first = toDayNumber(lunarDays(year).firstOfTet);
    expect(tet.sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2].map((offset) => first + offset));
  });

  test('has the National holiday on 2/9 and a day beside it', () => {
    const september = holidays.filter(({ date }) => date.startsWith(`${year}-09`)).map(({ date }) => date.slice(8));
    expect(['01,02', '02,03']).toContain(september.sort().join());
  });

  test('loses no holiday to a weekend: as many weekdays off as holidays', () => {
    expect(computed.off).toHaveLength(12);
    expect(new Set(computed.off.map(({ date }) => date)).size).toBe(12);
    expect(computed.off.every(({ date }) => weekday(date) <= 5)).toBe(true);
  });

  test('compensates on the next day that is not off', () => {
    for (const day of computed.off)
      if (day.kind === 'compensatory')
        for (let between = day.counterpart; between < day.date; between = addDays(between, 1))
          expect(isOff(between)).toBe(true);
  });
});

test('Working days: 2028 begins with New Year on a Saturday, so Monday 3 January is off', () => {
  expect(labourCodeYear(2028).off[0]).toMatchObject({
    date: '2028-01-03',
    kind: 'compensatory',
    counterpart: '2028-01-01',
  });
});

test.each([
  [2020, 10],
  [2021, 11],
  [2025, 11],
  [2026, 12],
])('Working days: the law gives %i %i holidays by its effective dates', (year, due) => {
  const { off, weekendHolidays } = labourCodeYear(year);
  expect(off.filter(({ kind }) => kind === 'holiday').length + weekendHolidays.length).toBe(due);
  expect(holidaysDue(year)).toBe(due);
});

test('Working days: years under older law are not computed', () => {
  expect(() => labourCodeYear(2013)).toThrow(RangeError);
});

test('Working days: announced years stand, the others are computed', () => {
  const years = completed(officialYears, 2026, 2029);
  expect(years.map(({ year, status }) => [year, status])).toEqual([
    [2026, 'official'],
    [2027, 'official'],
    [2028, 'provisional'],
    [2029, 'provisional'],
  ]);
  expect(snapshot(years, 1).officialThrough).toBe('2027-12-31');
});

test('Working days: a swap that an announced year names holds in the computed years beside it', () => {
  const worked = { date: '2019-01-05', replaces: '2018-12-31' };
  expect(completed([officialYear(2018)], 2019, 2019)[0]).toMatchObject({ status: 'provisional', worked: [worked] });
  const off = { date: '2018-12-31', kind: 'swap', counterpart: '2019-01-05' };
  const [computed] = completed([officialYear(2019)], 2018, 2018);
  expect(computed?.off.at(-1)).toMatchObject(off);
  expect(computed?.worked).toEqual([]);
});

test('Working days: a case that is received in the computed year counts the day worked by that swap', () => {
  const { calendarFor } = yearsOf([
    { version: 1, days: swapInto2028, createdAt: '2027-01-01T00:00:00.000+07:00', createdBy: 'administrator' },
  ]);
  const receivedAt = '2028-01-04T08:00:00.000+07:00';
  expect(countedDays('2028-01-04', 5, calendarFor(receivedAt, receivedAt)).at(-1)).toBe('2028-01-10');
});

test('Working days: of a day off that a computed year has already a swap makes no second one', () => {
  const year = {
    ...swapInto2028,
    worked: [{ date: '2027-12-25', name: 'Làm bù', replaces: '2028-01-03', sources: [] }],
  };
  expect(completed([year], 2028, 2028)[0]?.off.filter(({ date }) => date === '2028-01-03')).toHaveLength(1);
});
