import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { longUnused, removeUnused } from '../db/attachments';
import type { Database } from '../db/database';
import type { FileStore } from './fileStore';

const DAY_MILLIS = 86_400_000;

export interface PurgeDependencies {
  readonly db: Database;
  readonly store: FileStore;
  /** Where uploads arrive. */
  readonly incoming: string;
  readonly unusedDays: number;
}

/** Removes what no act has named for long, and what broken uploads left; answers how many files went. */
export async function purge({ db, store, incoming, unusedDays }: PurgeDependencies): Promise<number> {
  await removeLeftovers(incoming);
  let removed = 0;
  for (const file of await longUnused(db, unusedDays))
    if (await removeUnused(db, file, unusedDays, () => store.remove(file.sha256))) removed++;
  return removed;
}

async function removeLeftovers(incoming: string): Promise<void> {
  await mkdir(incoming, { recursive: true });
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    // Another process may be faster.
    const modified = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity
    );
    if (Date.now() - modified > DAY_MILLIS) await rm(path, { force: true });
  }
}
