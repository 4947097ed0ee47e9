import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import data from '../../calendar/official.json';
import cases from '../domain/deadlineCases.json';

/** Where the province's own files lie beside the project; the copies in it are what the service and the tests use. */
const FOLDER = join(__dirname, '../../../shared/calendar');

interface GivenYear {
  readonly off: readonly { date: string; kind: string }[];
  readonly makeUpDetail: readonly { date: string; replaces: string }[];
  readonly weekendHolidays: readonly { date: string }[];
}

const given = (file: string): unknown => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));

/** Skipped, and told as skipped, where the province's files are not there. */
const handedOver = existsSync(FOLDER) ? test : test.skip;

handedOver('Working days: the deadline cases are those that were handed over', () => {
  expect(cases).toEqual(given('deadline-cases.json'));
});

handedOver('Working days: the official days are those that were handed over', () => {
  const years = given('VN-official-2018-2027.json') as Record<string, GivenYear>;
  expect(data.years.map(({ year }) => String(year))).toEqual(Object.keys(years));
  for (const { year, off, worked, weekendHolidays } of data.years) {
    const official = years[year]!;
    expect(off.map(({ date, kind }) => [date, kind])).toEqual(official.off.map(({ date, kind }) => [date, kind]));
    expect(worked.map(({ date, replaces }) => [date, replaces])).toEqual(
      official.makeUpDetail.map(({ date, replaces }) => [date, replaces])
    );
    expect(weekendHolidays.map(({ date }) => date)).toEqual(official.weekendHolidays.map(({ date }) => date));
  }
});

test('Working days: every case has one counted day at least and ends at 24:00', () => {
  expect(cases.length).toBeGreaterThanOrEqual(20);
  for (const { expectedLastDay, firstCountedDay, endsAt } of cases) {
    expect(firstCountedDay <= expectedLastDay).toBe(true);
    expect(endsAt.slice(11)).toBe('00:00:00+07:00');
  }
});
