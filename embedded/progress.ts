import type { Log } from './server';

const TELL_EVERY_MS = 30_000;

/** Does what takes long, telling every half minute that it still goes on. @param doing such as `building Temporal` */
export async function toldWhile<T>(doing: string, log: Log, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  const progress = setInterval(() => {
    log(`still ${doing} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  }, TELL_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(progress);
  }
}
