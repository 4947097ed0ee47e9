import { describe, expect, test } from '@jest/globals';
import data from '../../calendar/official.json';
import { officialSources, officialYears } from '../../calendar/official';
import { isWorkingDay } from '../../domain/calendar';
import { snapshot } from '../../domain/calendarYear';

const calendar = snapshot(officialYears, 1);

/** Every day of a year and whether it is worked, from the file itself and a plain Date. */
function tableOf(year: (typeof data.years)[number]): Record<string, boolean> {
  const off = new Set(year.off.map(({ date }) => date));
  const worked = new Set(year.worked.map(({ date }) => date));
  const table: Record<string, boolean> = {};
  for (const day = new Date(Date.UTC(year.year, 0, 1)); day.getUTCFullYear() === year.year;) {
    const date = day.toISOString().slice(0, 10);
    const isWeekend = day.getUTCDay() % 6 === 0;
    table[date] = worked.has(date) || (!isWeekend && !off.has(date));
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return table;
}

describe('Working days: every day of 2018–2027 as announced', () => {
  test.each(data.years.map((year) => [year.year, year] as const))('%i day by day', (_, year) => {
    const table = tableOf(year);
    expect(Object.fromEntries(Object.keys(table).map((date) => [date, isWorkingDay(date, calendar)]))).toEqual(table);
  });

  test.each([
    [2018, 250],
    [2019, 252],
    [2020, 252],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 250],
    [2026, 249],
    [2027, 249],
  ])('%i has %i working days', (year, workingDays) => {
    const dates = Object.keys(tableOf(data.years.find((one) => one.year === year)!));
    expect(dates.filter((date) => isWorkingDay(date, calendar))).toHaveLength(workingDays);
  });
});

test('Working days: every day names documents that are known', () => {
  const cited = officialYears.flatMap(({ off, worked }) => [...off, ...worked]).map(({ sources }) => sources);
  expect(cited.every((sources) => sources.length > 0)).toBe(true);
  expect([...new Set(cited.flat())].filter((source) => !(source in officialSources))).toEqual([]);
});

test('Working days: the days are of the three kinds, those exchanged name their counterpart', () => {
  for (const day of officialYears.flatMap(({ off }) => off)) {
    expect(['holiday', 'compensatory', 'swap']).toContain(day.kind);
    expect('counterpart' in day).toBe(day.kind !== 'holiday');
  }
});

test('Working days: the announced calendar ends with 2027', () => {
  expect(calendar.officialThrough).toBe('2027-12-31');
});
