import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lists-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The most memory that a process used that wrote a list of so many cases, in kilobytes. */
async function memoryFor(format: string, rows: number): Promise<number> {
  const program = ['--max-old-space-size=64', '--import', 'tsx', join(__dirname, 'support/longList.ts')];
  const path = join(folder, `${String(rows)}.${format}`);
  const { stdout } = await promisify(execFile)(process.execPath, [...program, path, format, String(rows)]);
  return Number(stdout);
}

// Kept in memory, the longer lists would take 27 or 60 megabytes more, and a hundred as objects.
test.each([
  ['csv', 60_000],
  ['xlsx', 60_000],
])('R1.4: a long list is written as %s without being held in memory', async (format, rows) => {
  const [short, long] = [await memoryFor(format, 4_000), await memoryFor(format, rows)];
  expect(long - short).toBeLessThan(25_000);
});
