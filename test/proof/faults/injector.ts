import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataFolder } from '../../support/program';
import type { Chance } from './random';

export interface Fault {
  readonly part: string;
  readonly kind: 'killed' | 'paused' | 'full';
}

export interface InjectorOptions {
  readonly parts: readonly string[];
  /** A file system of its own that holds the files, to be filled; null where there is none. */
  readonly disk: string | null;
  readonly chance: Chance;
  /** Between two faults, on average. */
  readonly everyMillis: number;
  /** How many requests were answered by now. */
  readonly answered: () => number;
}

export interface Injector {
  /** Whether every part has been harmed at least once. */
  readonly everyPartWasHarmed: () => boolean;
  /** What it did so far. */
  readonly faults: readonly Fault[];
  readonly stop: () => Promise<void>;
}

/** The name of the disk of files among the parts. */
const DISK = 'files';
/** What the disk of files holds in all. */
export const DISK_BYTES = 64 * 1024 * 1024;

/**
 * Requests that are answered between two faults, at the least: on a slow machine what is started again would otherwise
 * be killed before it is up, and nothing would ever go on.
 */
const ANSWERED_BETWEEN = 10;
const LOOKING_MILLIS = 100;

/** Longer than what a request waits for an answer, at the most. */
const LONGEST_PAUSE_MILLIS = 12_000;

/** Kills and pauses parts of the service, by the choices of a seed, until it is told to stop. */
export function injectFaults(
  { pidOf }: DataFolder,
  { parts, disk, chance, everyMillis, answered }: InjectorOptions
): Injector {
  const faults: Fault[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;
  const targets = disk === null ? parts : [...parts, DISK];
  const ran = run();
  return {
    everyPartWasHarmed: () => targets.every((target) => faults.some(({ part }) => part === target)),
    faults,
    stop: async () => {
      stopping.abort();
      await ran;
    },
  };

  async function run(): Promise<void> {
    // Every part once, in an order of chance, then whichever chance picks: a short run misses none.
    const first = targets.map((part) => ({ part, order: chance.next() })).sort((a, b) => a.order - b.order);
    for (let turn = 0; await stillWantedAfter(everyMillis * (0.5 + chance.next())); turn++) {
      const part = first[turn]?.part ?? chance.pick(targets);
      if (disk !== null && part === DISK) await fill(disk);
      else await harm(part, chance.next() < 0.65 ? 'killed' : 'paused');
      const before = answered();
      while (answered() < before + ANSWERED_BETWEEN && (await stillWantedAfter(LOOKING_MILLIS)));
    }
  }

  async function harm(part: string, kind: Fault['kind']): Promise<void> {
    try {
      const pid = await pidOf(part);
      process.kill(pid, kind === 'killed' ? 'SIGKILL' : 'SIGSTOP');
      if (kind === 'paused') {
        await stillWantedAfter(LONGEST_PAUSE_MILLIS * chance.next());
        process.kill(pid, 'SIGCONT');
      }
      faults.push({ part, kind });
    } catch (error) {
      // It is down from the last fault and about to be started again.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  async function fill(folder: string): Promise<void> {
    const filler = join(folder, 'filler');
    const full = await writeFile(filler, Buffer.alloc(DISK_BYTES + 1)).then(
      () => false,
      (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOSPC'
    );
    if (!full) throw new Error(`${folder} has more room than it should`);
    faults.push({ part: DISK, kind: 'full' });
    await stillWantedAfter(LONGEST_PAUSE_MILLIS);
    await rm(filler);
  }

  /** Waits, and answers whether nobody has said to stop meanwhile. */
  function stillWantedAfter(millis: number): Promise<boolean> {
    return delay(millis, true, { signal }).catch(() => false);
  }
}
