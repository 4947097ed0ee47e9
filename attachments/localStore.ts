import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from './fileStore';
import { StoreUnavailable, withoutRoom } from './refusals';

/** Keeps contents in a folder. Files to be kept come from the same file system, so that taking one over is one step. */
export function localStore(dir: string): FileStore {
  const pathOf = (sha256: string) => join(dir, sha256.slice(0, 2), sha256);
  return {
    async keep(path, sha256) {
      const target = pathOf(sha256);
      try {
        const made = await mkdir(dirname(target), { recursive: true });
        await rename(path, target);
        // Its name must be on disk before an act names it: the record is.
        for (const folder of [dirname(target), ...(made === undefined ? [] : [dirname(made)])]) await synced(folder);
      } catch (error) {
        throw withoutRoom(error);
      }
    },
    async read(sha256, range) {
      const file = await open(pathOf(sha256)).catch((error: unknown) => {
        throw new StoreUnavailable(`the file ${sha256} cannot be opened`, { cause: error });
      });
      return file.createReadStream(range);
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

async function synced(folder: string): Promise<void> {
  const opened = await open(folder);
  await opened.sync().finally(() => opened.close());
}
