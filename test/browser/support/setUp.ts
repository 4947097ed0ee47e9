import { spawnSync } from 'node:child_process';
import { startServers } from '../../support/servers';

/** Builds the pages where they are stale, then starts what tests share. */
async function setUp(): Promise<void> {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'building/buildPages.ts'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the pages cannot be built');
  await startServers();
}

// jest wants its global setup as the whole of a module.
export = setUp;
