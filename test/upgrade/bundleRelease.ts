import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { version } from '../../package.json';
import { bundleWorkflows } from '../../temporal/bundle';

/** `npm run release:bundle`: keeps the workflows of this release, for the upgrade drill of the next one. */
async function main(): Promise<void> {
  const folder = join(__dirname, 'releases');
  mkdirSync(folder, { recursive: true });
  const { code } = await bundleWorkflows();
  writeFileSync(join(folder, `${version}.js.gz`), gzipSync(code, { level: 9 }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
