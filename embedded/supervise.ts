import { setTimeout as delay } from 'node:timers/promises';
import type { Log, Server } from './server';

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 30_000;

/** Keeps a server running: starts it again whenever it ends by itself, after pauses that grow while it cannot start. */
export async function supervise<S extends Server>(
  name: string,
  start: () => Promise<S>,
  log: Log
): Promise<{ first: S; stop: () => Promise<void> }> {
  const stopping = new AbortController();
  const first = await start();
  let current: Server | null = first;
  const kept = keepRunning();
  return {
    first,
    stop: async () => {
      stopping.abort();
      await current?.stop();
      await kept;
    },
  };

  async function keepRunning(): Promise<void> {
    for (let ended = await first.exited; !isStopping(); ended = await (await startAgain(ended)).exited);
  }

  /** Tries until it has started, or until nobody wants it any more. */
  async function startAgain(ended: string): Promise<Server> {
    log(`${ended}; starting it again`);
    current = null;
    for (let pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS))
      try {
        current = await start();
        log(`${name} runs again`);
        return current;
      } catch (error) {
        log(`${name} cannot start yet: ${String(error)}`);
        await delay(pause);
        if (isStopping()) return first;
      }
  }

  function isStopping(): boolean {
    return stopping.signal.aborted;
  }
}
