import { createMetrics } from '../../api/metrics';
import type { Database } from '../../db/database';
import { toInstant } from '../../domain/time';
import { inTime } from '../../running/inTime';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const never = new Promise<never>(() => undefined);

test('what comes in time is handed on, also its failure, and no timer is left', async () => {
  expect(await inTime(Promise.resolve('here'), 1_000)).toBe('here');
  await expect(inTime(Promise.reject(new Error('refused')), 1_000)).rejects.toThrow('refused');
  expect(jest.getTimerCount()).toBe(0);
});

test('what does not come in time is given up', async () => {
  const waited = expect(inTime(never, 1_000)).rejects.toThrow('within 1000 ms');
  await jest.advanceTimersByTimeAsync(1_000);
  await waited;
});

test('a database that keeps silent is told as such before Prometheus gives up, and is not asked more and more', async () => {
  let asked = 0;
  const db = {
    execute: () => {
      asked++;
      return never;
    },
  } as unknown as Database;
  const metrics = createMetrics(db, () => toInstant(Date.now()));
  const first = metrics.text();
  await jest.advanceTimersByTimeAsync(9_000);
  expect(await first).toContain('\npakn_database_up 0\n');
  const queries = asked;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(await metrics.text()).toContain('\npakn_database_up 0\n');
  expect(asked).toBe(queries);
});

test('what a database takes longer to count is told a scrape later, until it has said nothing for two minutes', async () => {
  let answers = true;
  const db = {
    execute: () => (answers ? new Promise((resolve) => setTimeout(resolve, 6_000, [])) : never),
  } as unknown as Database;
  const metrics = createMetrics(db, () => toInstant(Date.now()));
  const scraped = async () => {
    const text = metrics.text();
    await jest.advanceTimersByTimeAsync(15_000);
    return text;
  };
  expect(await scraped()).toContain('\npakn_database_up 0\n');
  const late = await scraped();
  expect(late).toContain('\npakn_database_up 1\n');
  expect(late).toContain('\npakn_alarms_late 0\n');
  answers = false;
  await scraped();
  expect(await scraped()).toContain('\npakn_database_up 1\n');
  await jest.advanceTimersByTimeAsync(120_000);
  expect(await scraped()).toContain('\npakn_database_up 0\n');
});
