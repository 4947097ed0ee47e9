import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dateOf,
  endOf,
  isLocalDate,
  lastDayBefore,
  startOf,
  toDate,
  toDayNumber,
  weekday,
  yearOf,
} from '../../domain/time';

const anyDay = fc.integer({ min: toDayNumber('1975-01-01'), max: toDayNumber('2199-12-31') });

describe('Working days: days as integers', () => {
  test('a day number and its date are the same thing', () => {
    fc.assert(
      fc.property(anyDay, (number) => {
        const date = toDate(number);
        expect(toDayNumber(date)).toBe(number);
        expect(isLocalDate(date)).toBe(true);
        expect(yearOf(date)).toBe(new Date(date).getUTCFullYear());
        expect(weekday(date) % 7).toBe(new Date(date).getUTCDay());
        expect(toDayNumber(addDays(date, 1))).toBe(number + 1);
      })
    );
  });

  test('24:00 is the end of a day and the beginning of the next', () => {
    fc.assert(
      fc.property(anyDay.map(toDate), (date) => {
        expect(endOf(date)).toBe(startOf(addDays(date, 1)));
        expect(dateOf(endOf(date))).toBe(addDays(date, 1));
        expect(lastDayBefore(endOf(date))).toBe(date);
      })
    );
  });

  test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '', '2026-01-01T00:00Z'])(
    '"%s" is no day',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    }
  );
});
