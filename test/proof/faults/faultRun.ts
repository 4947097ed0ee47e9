import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/servers';
import type { Checked } from './check';
import { letClientsAct } from './clients';
import { ownDisk } from './disk';
import { DISK_BYTES, injectFaults, type Fault } from './injector';
import { watchProgress } from './progress';
import { chanceOf } from './random';
import { codesOf, everyPart, startWholeService, type Kind } from './wholeService';

export interface FaultRunOptions extends Omit<Kind, 'dataDir'> {
  readonly seed: number;
  readonly cases: number;
  readonly acts: number;
  readonly clients: number;
  /** Between two faults, on average. */
  readonly faultEveryMillis: number;
  readonly tell: (what: string) => void;
}

export interface FaultRunFigures extends Checked {
  readonly seconds: number;
  readonly faults: readonly Fault[];
  /** Requests that had to be sent again, and the most tries of one. */
  readonly repeated: number;
  readonly mostTries: number;
  /** Files that an acknowledged act named, and those that were refused because the disk was full. */
  readonly files: number;
  readonly withoutRoom: number;
}

/**
 * Drives a whole service by random acts of many clients while its parts are killed and paused, lets it come to rest,
 * and holds what the clients wrote down against what PostgreSQL and Temporal know.
 */
export async function faultRun(options: FaultRunOptions): Promise<FaultRunFigures> {
  const { program, tell } = options;
  const progress = watchProgress(tell);
  const dataDir = await temporaryFolder();
  const disk = await ownDisk(join(dataDir, 'files'), DISK_BYTES);
  try {
    const service = await startWholeService({ ...options, dataDir });
    try {
      const samples = await codesOf(service);
      const chance = chanceOf(options.seed);
      const started = performance.now();
      const injector = injectFaults(service.folder, {
        parts: everyPart[program],
        disk: disk.path,
        chance: chance.branch('faults'),
        everyMillis: options.faultEveryMillis,
        answered: progress.answered,
      });
      const { entries, withoutRoom } = await letClientsAct({
        ...options,
        ...service,
        chance,
        progress,
        until: injector.everyPartWasHarmed,
      }).finally(injector.stop);
      const { faults } = injector;
      const seconds = Math.round((performance.now() - started) / 1000);
      tell(`${entries.length} requests in ${seconds} s, ${faults.length} faults`);
      return {
        ...(await service.check(entries, samples)),
        files: entries.filter(({ file, status }) => file !== undefined && status < 300).length,
        withoutRoom,
        seconds,
        faults,
        repeated: entries.filter(({ tries }) => tries > 1).length,
        mostTries: Math.max(...entries.map(({ tries }) => tries)),
      };
    } finally {
      await service.stop();
    }
  } finally {
    progress.stop();
    await disk.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}
