import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from './server';

/** What is costly to get and the same for every checkout is kept here, once for each user of the machine. */
export const userCacheDir = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'pakn');

interface Entry {
  cacheDir: string;
  /** With the version: an entry is made once and never changed. */
  name: string;
  log: Log;
  /** Fills the folder that it is given, or throws. */
  make: (folder: string) => Promise<void>;
}

/** Returns the folder of a cache entry, made first when it is missing; one process makes it while others wait. */
export async function cached({ cacheDir, name, log, make }: Entry): Promise<string> {
  const entry = join(cacheDir, name);
  if (existsSync(entry)) return entry;
  await mkdir(cacheDir, { recursive: true });
  const release = await lock(`${entry}.lock`, log);
  try {
    if (existsSync(entry)) return entry;
    const scratch = await mkdtemp(`${entry}.`);
    try {
      await make(scratch);
      await rename(scratch, entry);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
    return entry;
  } finally {
    await release();
  }
}

/** A holder touches its lock this often; one left alone for six times as long was left by a process that died. */
const TOUCH_MS = 10_000;

/** Spares the machine the same work twice. Should two get past it at once, both make the entry and it is whole all the same. */
async function lock(file: string, log: Log): Promise<() => Promise<void>> {
  for (let told = false; ; told = true) {
    try {
      await (await open(file, 'wx')).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isAbandoned(file)) await rm(file, { force: true });
    else {
      if (!told) log(`waiting for another process, which holds ${file}`);
      await delay(1000);
    }
  }
  const touching = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch((error: unknown) => {
      log(`${file} was taken away: ${String(error)}`);
    });
  }, TOUCH_MS);
  return async () => {
    clearInterval(touching);
    await rm(file, { force: true });
  };
}

async function isAbandoned(file: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > 6 * TOUCH_MS;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}
