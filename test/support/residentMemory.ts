import { readFile } from 'node:fs/promises';

const KILOBYTES_PER_MEGABYTE = 1024;

/** What a process holds of the machine's memory now, in megabytes. */
export async function residentMemory(pid: number | string): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / KILOBYTES_PER_MEGABYTE;
}
