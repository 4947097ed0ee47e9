import { cp, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache';
import { goInstall } from './goInstall';
import { run } from './run';
import type { Log } from './server';

/** The one that the embedded development server is made of. */
const VERSION = 'v1.29.1';
const MODULE = 'go.temporal.io/server';

export interface TemporalServerProgram {
  /** The server with its four services. */
  readonly server: string;
  readonly sqlTool: string;
  /** Folders of schema versions. */
  readonly schemas: { readonly temporal: string; readonly visibility: string };
}

/** Temporal's own server and its schema tool, built from the official source when they are missing; needs Go. */
export async function findTemporalServer(cacheDir: string, log: Log): Promise<TemporalServerProgram> {
  const folder = await cached({ cacheDir, name: `temporal-server-${VERSION}`, log, make: (to) => build(to, log) });
  return {
    server: join(folder, 'server'),
    sqlTool: join(folder, 'temporal-sql-tool'),
    schemas: {
      temporal: join(folder, 'schema', 'temporal', 'versioned'),
      visibility: join(folder, 'schema', 'visibility', 'versioned'),
    },
  };
}

async function build(folder: string, log: Log): Promise<void> {
  for (const program of ['server', 'tools/sql'])
    await goInstall([`${MODULE}/cmd/${program}@${VERSION}`], folder, `Temporal's ${program}`, log);
  await rename(join(folder, 'sql'), join(folder, 'temporal-sql-tool'));
  const { Dir } = JSON.parse(await run('go', ['mod', 'download', '-json', `${MODULE}@${VERSION}`])) as { Dir: string };
  await mkdir(join(folder, 'schema'));
  await cp(join(Dir, 'schema', 'postgresql', 'v12'), join(folder, 'schema'), { recursive: true });
}
