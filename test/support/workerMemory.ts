import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { eventually } from './eventually';
import { residentMemory } from './residentMemory';

/** Of a process, in megabytes, when what nobody needs was thrown away. */
export interface Memory {
  /** In use in the heaps of all its threads. */
  readonly heaps: number;
  /** What the process holds of the machine. */
  readonly resident: number;
}

const MEGABYTE = 1 << 20;
const MEASURED = pathToFileURL(join(__dirname, 'measured.mjs')).href;

/** What a process is started with, so that it can be asked for its memory. */
export const measurable = (memoryFile: string) => ({ NODE_OPTIONS: `--import ${MEASURED}`, MEMORY_FILE: memoryFile });

/** Has a process, started with the file, throw away what nobody needs, and tells what is left. */
export async function memoryOf(pid: number, memoryFile: string): Promise<Memory> {
  await rm(memoryFile, { force: true });
  process.kill(pid, 'SIGUSR2');
  const heaps = await eventually(
    () => readFile(memoryFile, 'utf8').catch(() => ''),
    (bytes) => bytes.endsWith('\n')
  );
  return { heaps: Number(heaps) / MEGABYTE, resident: await residentMemory(pid) };
}
