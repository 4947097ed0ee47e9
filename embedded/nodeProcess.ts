import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, type Server } from './server';
import { writeWhole } from './wholeFile';

interface NodeProcess {
  name: string;
  /** The script, relative to the project. */
  script: string;
  env: NodeJS.ProcessEnv;
  dataDir: string;
  probe: () => Promise<unknown>;
}

/**
 * What is made for one act is garbage when it is answered. With V8's own 16 MB much of it is copied before that, which
 * takes a tenth of a busy process.
 */
const YOUNG_GENERATION = '--max-semi-space-size=64';

/** Runs one of our own processes, such as the worker, with its log and its process id in the data folder. */
export async function startNodeProcess({ name, script, env, dataDir, probe }: NodeProcess): Promise<Server> {
  const server = await launch({
    name,
    command: process.execPath,
    args: [YOUNG_GENERATION, '--import', pathToFileURL(require.resolve('tsx')).href, join(__dirname, '..', script)],
    logFile: join(dataDir, `${name}.log`),
    env,
    probe,
  });
  await writeWhole(join(dataDir, `${name}.pid`), String(server.pid));
  return server;
}
