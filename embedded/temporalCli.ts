import { access, constants, readdir, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cached } from './cache';
import { goInstall } from './goInstall';
import { downloadFromSdk } from './sdkDownload';
import type { Log } from './server';

/** Server 1.29.1 inside. Later releases do not build from the module proxy alone. */
const VERSION = 'v1.5.1';
const SOURCE = 'github.com/temporalio/cli/cmd/temporal';

/** Finds an executable `temporal`, or gets one; throws with what to install when nothing works. */
export async function findTemporalCli(cacheDir: string, log: Log): Promise<string> {
  const named = process.env.TEMPORAL_CLI_PATH;
  if (named !== undefined) {
    if (await isExecutable(named)) return named;
    throw new Error(`TEMPORAL_CLI_PATH names ${named}, which is not an executable file.`);
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const candidate = join(folder, 'temporal');
    if (await isExecutable(candidate)) return candidate;
  }
  const make = (folder: string) => getTemporalCli(folder, log);
  return join(await cached({ cacheDir, name: `temporal-cli-${VERSION}`, log, make }), 'temporal');
}

async function getTemporalCli(folder: string, log: Log): Promise<void> {
  log(`downloading the Temporal server ${VERSION}`);
  try {
    await downloadFromSdk('dev-server', VERSION, folder, 'temporal', log);
    return;
  } catch (error) {
    log(`the Temporal server cannot be downloaded: ${String(error)}`);
  }
  await emptyFolder(folder);
  try {
    await goInstall([`${SOURCE}@${VERSION}`], folder, 'the Temporal server', log);
  } catch (error) {
    throw new Error(
      'There is no Temporal server: the download failed (above), and so did the build from source. Install the ' +
        'Temporal CLI and put it on PATH (or name it in TEMPORAL_CLI_PATH), or install Go 1.21 or later and start ' +
        'again, or set TEMPORAL_ADDRESS to a server of your own.',
      { cause: error }
    );
  }
}

/** A broken download leaves its remains. */
async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
}

const isExecutable = (file: string) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false
  );
