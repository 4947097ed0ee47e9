import { legalMoment, restOfDay } from '../../web/shared/legalTime';

const READ_AT = 1_000_000;
const MINUTE = 60_000;

test('R7.2: the legal day of a page goes on by the clock of the service, however wrong the clock of the browser is', () => {
  const clock = { legalTime: '2026-03-13T23:50:00.000+07:00', trainingClock: null };
  const moment = legalMoment(clock, READ_AT, READ_AT + 4 * MINUTE);
  expect(new Date(moment).toISOString()).toBe('2026-03-13T16:54:00.000Z');
  expect(restOfDay(clock, moment)).toBe(6 * MINUTE);
});

test('R7.2: under a training clock the day goes on as fast as it does for the service', () => {
  const clock = { legalTime: '2026-03-13T12:00:00.000+07:00', trainingClock: { startedAt: 0, speed: 43_200 } };
  const moment = legalMoment(clock, READ_AT, READ_AT + 2_000);
  expect(new Date(moment).toISOString()).toBe('2026-03-14T05:00:00.000Z');
  expect(restOfDay(clock, moment)).toBe(1_000);
});
