import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as otherTurns } from 'node:timers/promises';
import { promisify } from 'node:util';
import { NoRoom } from '../../attachments/refusals';
import { writeList } from '../../documents/listFile';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lists-'));
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => rm(folder, { recursive: true }));

/** The most that a process held that wrote a list of so many cases, in bytes. */
async function heldFor(format: string, rows: number): Promise<number> {
  const program = ['--expose-gc', '--import', 'tsx', join(__dirname, 'support/longList.ts')];
  const path = join(folder, `${String(rows)}.${format}`);
  const { stdout } = await promisify(execFile)(process.execPath, [...program, path, format, String(rows)]);
  return Number(stdout);
}

// Kept in memory, the longer lists would take 27 or 60 megabytes more, and a hundred as objects.
test.each([
  ['csv', 60_000],
  ['xlsx', 60_000],
])('R1.4: a long list is written as %s without being held in memory', async (format, rows) => {
  const [short, long] = [await heldFor(format, 4_000), await heldFor(format, rows)];
  expect(long - short).toBeLessThan(10_000_000);
});

const lines = [{ header: 'Mã', width: 20, cell: (code: string) => code }];
const formats = ['csv', 'xlsx'] as const;

test.each(formats)('R1.4: a disk without room for a list as %s is told as such, however long it is', async (format) => {
  const { createWriteStream } = fs;
  jest.spyOn(fs, 'createWriteStream').mockImplementation(() => createWriteStream('/dev/full'));
  async function* endless() {
    for (;;) {
      await otherTurns();
      yield Array.from({ length: 1_000 }, () => randomUUID());
    }
  }
  await expect(writeList(join(folder, `full.${format}`), format, lines, endless())).rejects.toBeInstanceOf(NoRoom);
});

test.each(formats)('R1.4: a list as %s that breaks off is told as such, and its file is closed', async (format) => {
  const opened = jest.spyOn(fs, 'createWriteStream');
  async function* breaksOff() {
    await otherTurns();
    yield ['PAKN-2602-000000000001'];
    throw new Error('The connection is gone.');
  }
  await expect(writeList(join(folder, `part.${format}`), format, lines, breaksOff())).rejects.toThrow('is gone');
  expect(opened.mock.results.map(({ value }) => (value as fs.WriteStream).closed)).toEqual([true]);
});
