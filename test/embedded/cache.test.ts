import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cached } from '../../embedded/cache';

const log = () => undefined;
let cacheDir: string;

beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'pakn-cache-'));
});

afterEach(() => rm(cacheDir, { recursive: true }));

test('makes an entry once, however many ask for it', async () => {
  let made = 0;
  const make = async (folder: string) => {
    made += 1;
    await writeFile(join(folder, 'program'), '');
  };
  const ask = () => cached({ cacheDir, name: 'tool-1', log, make });
  const [one, two] = await Promise.all([ask(), ask()]);
  expect(one).toBe(two);
  expect(made).toBe(1);
  expect(await readdir(one)).toEqual(['program']);
});

test('leaves nothing of an entry that could not be made', async () => {
  const make = () => Promise.reject(new Error('no compiler'));
  await expect(cached({ cacheDir, name: 'tool-1', log, make })).rejects.toThrow('no compiler');
  expect(await readdir(cacheDir)).toEqual([]);
});

test('passes over the lock of a process that died', async () => {
  const lock = join(cacheDir, 'tool-1.lock');
  await writeFile(lock, '');
  const longAgo = new Date(Date.now() - 3_600_000);
  await utimes(lock, longAgo, longAgo);
  await cached({ cacheDir, name: 'tool-1', log, make: () => Promise.resolve() });
  expect(await readdir(cacheDir)).toEqual(['tool-1']);
});
