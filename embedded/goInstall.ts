import { run } from './run';
import type { Log } from './server';

const TELL_EVERY_MS = 30_000;

/**
 * Builds programs from the Go module proxy into a folder, telling every half minute that it still does.
 * @throws Error with the end of what Go said.
 */
export async function goInstall(packages: readonly string[], folder: string, what: string, log: Log): Promise<void> {
  log(`building ${what} from source, about 5 minutes, once`);
  const startedAt = Date.now();
  const progress = setInterval(() => {
    log(`still building ${what} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
  }, TELL_EVERY_MS);
  try {
    // Without symbols, for a smaller file. An older Go (from 1.21) gets the release it needs by itself.
    await run('go', ['install', '-ldflags=-s -w', ...packages], { env: { GOBIN: folder } });
  } finally {
    clearInterval(progress);
  }
}
