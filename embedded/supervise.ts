import { setTimeout as delay } from 'node:timers/promises';
import type { Log, Server } from './server';

const FIRST_PAUSE_MILLIS = 500;
const LONGEST_PAUSE_MILLIS = 30_000;
/** What ends sooner has hardly begun to work. */
const SHORT_RUN_MILLIS = 10_000;

const longer = (pause: number): number => Math.min(Math.max(2 * pause, FIRST_PAUSE_MILLIS), LONGEST_PAUSE_MILLIS);

/** Keeps a server running: starts it again whenever it ends by itself, after pauses that grow while it does not last. */
export async function supervise<S extends Server>(
  name: string,
  start: () => Promise<S>,
  log: Log
): Promise<{ first: S; stop: () => Promise<void> }> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const first = await start();
  let current: Server | null = first;
  let pause = 0;
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
    for (; current !== null; current = await startAgain()) {
      const began = performance.now();
      const ended = await current.exited;
      if (isStopping()) return;
      log(`${ended}; starting it again`);
      pause = performance.now() - began < SHORT_RUN_MILLIS ? longer(pause) : 0;
      current = null;
    }
  }

  /** Tries until it has started; null where nobody wants it any more. */
  async function startAgain(): Promise<Server | null> {
    for (; ; pause = longer(pause)) {
      await delay(pause, undefined, { signal }).catch(() => undefined);
      if (isStopping()) return null;
      try {
        const server = await start();
        // Nobody stops what begins while all is being stopped.
        if (isStopping()) await server.stop();
        else log(`${name} runs again`);
        return server;
      } catch (error) {
        log(`${name} cannot start yet: ${String(error)}`);
      }
    }
  }

  function isStopping(): boolean {
    return signal.aborted;
  }
}
