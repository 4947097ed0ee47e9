import { describe, expect, test } from '@jest/globals';
import { labourCodeYear } from '../../calendar/labourCode';
import { officialYears } from '../../calendar/official';
import { faultsOfAnnouncement } from '../../domain/announcement';
import type { CalendarYear, OffDay, WorkedDay } from '../../domain/calendarYear';

const known = [...officialYears, labourCodeYear(2028)];
const official = (year: number): CalendarYear => known.find((one) => one.year === year)!;
const neighboursOf = (year: number) => known.filter((one) => Math.abs(one.year - year) === 1);
const faults = (proposed: CalendarYear, neighbours = neighboursOf(proposed.year)) =>
  faultsOfAnnouncement(proposed, neighbours).map(({ path, code }) => `${path} ${code}`);

const sources = ['1/TB-BNV'];
const swap = (date: string, counterpart: string): OffDay => ({ date, counterpart, kind: 'swap', name: '', sources });
const work = (date: string, replaces: string): WorkedDay => ({ date, replaces, name: '', sources });
const plus = (year: number, { off = [], worked = [] }: Partial<CalendarYear>): CalendarYear => ({
  ...official(year),
  status: 'official',
  off: [...official(year).off, ...off],
  worked: [...official(year).worked, ...worked],
});
const without = (year: number, ...dates: string[]): CalendarYear => ({
  ...official(year),
  off: official(year).off.filter(({ date }) => !dates.includes(date)),
  worked: official(year).worked.filter(({ date }) => !dates.includes(date)),
  weekendHolidays: official(year).weekendHolidays.filter(({ date }) => !dates.includes(date)),
});

test.each(officialYears.map(({ year }) => year))('Working days: the announcement of %i has no fault', (year) => {
  expect(faultsOfAnnouncement(official(year), neighboursOf(year))).toEqual([]);
});

test('Working days: no computed year has a fault', () => {
  for (let year = 2014; year <= 2040; year++) expect(faultsOfAnnouncement(labourCodeYear(year), [])).toEqual([]);
});

describe('Working days: each fault of an announcement is named', () => {
  // 2027 has twelve days off and none worked, so what is added stands at /off/12 and /worked/0.
  test.each<[string, CalendarYear, string[]]>([
    [
      'a make-up workday on a Tuesday',
      plus(2027, { off: [swap('2027-03-01', '2027-03-02')], worked: [work('2027-03-02', '2027-03-01')] }),
      ['/off/12/counterpart workedOnWeekday', '/worked/0/date workedOnWeekday'],
    ],
    [
      'a make-up workday on a holiday',
      plus(2027, { off: [swap('2027-04-29', '2027-05-01')], worked: [work('2027-05-01', '2027-04-29')] }),
      ['/weekendHolidays/2/date repeated', '/off/12/counterpart workedOnHoliday', '/worked/0/date workedOnHoliday'],
    ],
    [
      'days outside the year',
      plus(2027, { off: [{ date: '2026-11-23', kind: 'holiday', name: '', sources }] }),
      ['/off/12/date outsideYear'],
    ],
    [
      'a day off twice',
      plus(2027, { off: [{ date: '2027-09-03', kind: 'holiday', name: '', sources }] }),
      ['/off/12/date repeated'],
    ],
    [
      'a Sunday off',
      plus(2027, { off: [{ date: '2027-03-07', kind: 'holiday', name: '', sources }] }),
      ['/off/12/date offAtWeekend'],
    ],
    [
      'a weekday among the holidays at weekends',
      { ...official(2027), weekendHolidays: [...official(2027).weekendHolidays, { date: '2027-03-08', name: '' }] },
      ['/weekendHolidays/3/date notAtWeekend', '/weekendHolidays/3/date notCompensated'],
    ],
    [
      'a swap whose Saturday nobody works',
      plus(2027, { off: [swap('2027-03-08', '2027-03-13')] }),
      ['/off/12/counterpart swapWithoutWorkday'],
    ],
    [
      'a Saturday worked for a day that is not off',
      plus(2027, { worked: [work('2027-03-13', '2027-03-08')] }),
      ['/worked/0/replaces workdayWithoutSwap'],
    ],
    [
      'halves that name different days',
      plus(2027, { off: [swap('2027-03-08', '2027-03-13')], worked: [work('2027-03-13', '2027-03-09')] }),
      ['/off/12/counterpart swapWithoutWorkday', '/worked/0/replaces workdayWithoutSwap'],
    ],
    [
      'a compensatory day without its holiday',
      plus(2027, {
        off: [{ date: '2027-03-08', kind: 'compensatory', counterpart: '2027-03-06', name: '', sources }],
      }),
      ['/off/12/counterpart compensatesNothing'],
    ],
    ['a holiday at a weekend without its day', without(2027, '2027-05-03'), ['/weekendHolidays/2/date notCompensated']],
    [
      'a holiday compensated twice',
      plus(2027, {
        off: [{ date: '2027-05-04', kind: 'compensatory', counterpart: '2027-05-01', name: '', sources }],
      }),
      ['/off/12/counterpart compensatedTwice'],
    ],
    [
      'a compensatory day before its holiday',
      {
        ...without(2027, '2027-05-03'),
        off: [
          ...without(2027, '2027-05-03').off,
          { date: '2027-04-29', kind: 'compensatory', counterpart: '2027-05-01', name: '', sources },
        ],
      },
      ['/off/11/counterpart compensatedBefore'],
    ],
    ['the National holiday left out', without(2027, '2027-09-02'), ['/off holidayMissing', '/off tooFewHolidays']],
    ['four days of Tết', without(2027, '2027-02-04'), ['/off tooFewHolidays']],
    [
      'dates that do not exist',
      plus(2027, { off: [swap('2027-02-30', '2027-13-01')], worked: [work('30/02/2027', '')] }),
      [
        '/off/12/date malformedDate',
        '/worked/0/date malformedDate',
        '/off/12/counterpart malformedDate',
        '/worked/0/replaces malformedDate',
      ],
    ],
  ])('%s', (_, proposed, named) => {
    expect(faults(proposed).sort()).toEqual([...named].sort());
  });
});

describe('Working days: a swap over the year’s end', () => {
  const untilNewYear = plus(2027, { off: [swap('2027-12-31', '2028-01-08')] });
  const fromNewYear = plus(2028, { worked: [work('2028-01-08', '2027-12-31')] });

  test('is taken while the other year is not announced', () => {
    expect(faults(untilNewYear)).toEqual([]);
  });

  test('then the other year is held to it', () => {
    expect(faults(plus(2028, {}), [untilNewYear])).toEqual(['/worked swapBroken']);
    expect(faults(fromNewYear, [untilNewYear])).toEqual([]);
  });

  test('is refused where the other year is announced without it, unless one document announces both', () => {
    expect(faults(untilNewYear, [official(2026), plus(2028, {})])).toEqual(['/off/12/counterpart swapWithoutWorkday']);
    expect(faults(untilNewYear, [official(2026), fromNewYear])).toEqual([]);
  });

  test('is refused where the other year is not known at all', () => {
    expect(faults(untilNewYear, [])).toEqual(['/off/12/counterpart swapWithoutWorkday']);
  });

  test('cannot be torn apart from either side', () => {
    expect(faults(without(2018, '2018-12-31'))).toEqual(['/off swapBroken']);
    expect(faults(without(2019, '2019-01-05'))).toEqual(['/worked swapBroken']);
  });

  test('does not take a holiday of the other year', () => {
    expect(faults(plus(2027, { off: [swap('2027-12-31', '2028-01-01')] }))).toEqual([
      '/off/12/counterpart workedOnHoliday',
    ]);
    expect(faults(plus(2027, { worked: [work('2027-12-25', '2028-01-08')] }))).toEqual([
      '/worked/0/replaces offAtWeekend',
    ]);
  });
});
