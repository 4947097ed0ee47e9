import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';

/** A small file system of its own under a folder, where this machine lets us make one. */
export interface Disk {
  /** Null where it does not: nothing can be filled then. */
  readonly path: string | null;
  readonly release: () => Promise<void>;
}

export async function ownDisk(path: string, bytes: number): Promise<Disk> {
  await mkdir(path, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(bytes)}`, 'tmpfs', path]);
  if (status !== 0) return { path: null, release: () => Promise.resolve() };
  return {
    path,
    release: () => {
      const { status, stderr } = spawnSync('umount', [path]);
      return status === 0 ? Promise.resolve() : Promise.reject(new Error(stderr.toString()));
    },
  };
}
