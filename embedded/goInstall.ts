import { toldWhile } from './progress';
import { run } from './run';
import type { Log } from './server';

/**
 * Builds programs from the Go module proxy into a folder, telling every half minute that it still does.
 * @throws Error with the end of what Go said.
 */
export async function goInstall(packages: readonly string[], folder: string, what: string, log: Log): Promise<void> {
  log(`building ${what} from source, about 5 minutes, once`);
  // Without symbols, for a smaller file. An older Go (from 1.21) gets the release it needs by itself.
  await toldWhile(`building ${what}`, log, () =>
    run('go', ['install', '-ldflags=-s -w', ...packages], { env: { GOBIN: folder } })
  );
}
