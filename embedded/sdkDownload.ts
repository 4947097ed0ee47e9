import { chmod, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { toldWhile } from './progress';
import { run } from './run';
import type { Log } from './server';

type SdkServer = 'dev-server' | 'time-skipping';

/**
 * Has the Temporal SDK download a release (`v1.5.1`) of one of its servers into a folder under the given name; throws
 * when the SDK's site is out of reach. It runs this file in a process of its own: the SDK downloads only when it
 * starts a server, and that fixes the options of its runtime for the rest of the process.
 */
export async function downloadFromSdk(
  server: SdkServer,
  version: string,
  folder: string,
  name: string,
  log: Log
): Promise<void> {
  const script = ['--require', require.resolve('tsx/cjs'), __filename];
  await toldWhile(`downloading ${name}`, log, () =>
    run(process.execPath, [...script, server, version, folder], { minutes: 10 })
  );
  const [downloaded, ...others] = await readdir(folder);
  if (downloaded === undefined || others.length > 0) throw new Error(`Expected one downloaded file in ${folder}`);
  await rename(join(folder, downloaded), join(folder, name));
  await chmod(join(folder, name), 0o755);
}

async function download([server, version, downloadDir]: string[]): Promise<void> {
  if (version === undefined || downloadDir === undefined) throw new Error('Expected a server, a version and a folder');
  const options = { server: { executable: { type: 'cached-download', version, downloadDir } } } as const;
  const environment =
    server === 'time-skipping'
      ? await TestWorkflowEnvironment.createTimeSkipping(options)
      : await TestWorkflowEnvironment.createLocal(options);
  await environment.teardown();
}

if (require.main === module) {
  download(process.argv.slice(2)).catch((error: unknown) => {
    console.error(String(error));
    process.exitCode = 1;
  });
}
