import { oneAtATime } from '../../running/oneAtATime';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('what takes longer than its interval is not begun anew, and the end waits for the one that is under way', async () => {
  const ends: (() => void)[] = [];
  const stop = oneAtATime(() => new Promise((end) => ends.push(end)), 60_000);
  await jest.advanceTimersByTimeAsync(180_000);
  expect(ends).toHaveLength(1);
  ends[0]!();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(ends).toHaveLength(2);

  const told: string[] = [];
  const stopping = stop().then(() => told.push('stopped'));
  await jest.advanceTimersByTimeAsync(180_000);
  expect({ begun: ends.length, told }).toEqual({ begun: 2, told: [] });
  ends[1]!();
  await stopping;
});
