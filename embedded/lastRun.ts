import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from './server';
import { writeWhole } from './wholeFile';

/** Which process a server was, and where it listened, when it last ran on a data folder. */
interface LastRun {
  pid: number;
  port: number;
}

/** Longer than a server that lost its parent takes to end. */
const WAIT_SECONDS = 40;

/**
 * Chooses the loopback port for a server: the last one again if nothing has taken it, else any free one.
 * Waits for the last run to end first, since two servers on the same data destroy it; throws when it goes on.
 */
export async function choosePort(file: string, log: Log, preferred = 0): Promise<number> {
  const last = await readLastRun(file);
  if (!last) return freePort(preferred);
  const giveUpAt = Date.now() + WAIT_SECONDS * 1000;
  for (let told = false; await isRunning(last); told = true) {
    if (!told) log(`waiting for process ${last.pid} to end, which still serves this data on port ${last.port}`);
    if (Date.now() > giveUpAt) {
      throw new Error(
        `Process ${last.pid} still serves this data on port ${last.port} (${file}). Stop it, or choose another DATA_DIR.`
      );
    }
    await delay(200);
  }
  return freePort(last.port);
}

export const rememberRun = (file: string, run: LastRun): Promise<void> => writeWhole(file, JSON.stringify(run));

async function readLastRun(file: string): Promise<LastRun | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LastRun;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read; delete it to have another port chosen`, { cause: error });
  }
}

/** Both must hold: after a restart of the machine the number may be another process's, and the port another server's. */
async function isRunning({ pid, port }: LastRun): Promise<boolean> {
  return isAlive(pid) && !(await isFree(port));
}

/** Whether a process of this number exists, whoever owns it. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** @returns the port. @throws Error where something else listens on it. */
export async function requireFree(port: number): Promise<number> {
  if (await isFree(port)) return port;
  throw new Error(`Something else listens on port ${port}. Stop it, or choose another PORT.`);
}

async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

/** The preferred port unless something has taken it, else any. */
const freePort = async (preferred: number) => ((await isFree(preferred)) ? listenOnce(preferred) : listenOnce(0));

async function listenOnce(port: number): Promise<number> {
  const listener = createServer().listen(port, '127.0.0.1');
  await once(listener, 'listening');
  const { port: bound } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return bound;
}
