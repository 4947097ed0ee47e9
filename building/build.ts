import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildPages } from './buildPages';
import { ROOT } from './root';
import { bundleWorkflows } from '../temporal/bundle';

const DIST = join(ROOT, 'dist');

/** What production runs: plain JavaScript, the migrations beside it, the pages, and the workflows bundled once and for all workers. */
async function build(): Promise<void> {
  await rm(DIST, { recursive: true, force: true });
  await mkdir(DIST);
  run(require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json');
  await cp(join(ROOT, 'db/migrations'), join(DIST, 'db/migrations'), { recursive: true });
  await buildPages();
  const { code } = await bundleWorkflows();
  await writeFile(join(DIST, 'workflow-bundle.js'), code);
}

function run(...command: string[]): void {
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${String(status)}`);
}

build().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
