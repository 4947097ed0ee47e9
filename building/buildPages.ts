import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ROOT } from './root';
import { writeWebClient } from './webClient';

/** What the pages are made from: their source, and what describes the API to them. */
const SOURCES = [
  'web',
  'api',
  'http',
  'inputs',
  'news',
  'accounts',
  'domain',
  'building',
  'vite.config.mjs',
  'package-lock.json',
];
const FINGERPRINT = join(ROOT, 'dist/web/source.sha256');

/** Builds the pages into `dist/web`. */
export async function buildPages(): Promise<void> {
  await writeWebClient();
  // A process of its own: whatever environment this one runs in, React and the rest are built for production.
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the pages cannot be built');
  await writeFile(FINGERPRINT, await fingerprint());
}

/** Builds the pages where they are missing or made from another source. */
export async function ensurePages(log: (message: string) => void): Promise<void> {
  const built = await readFile(FINGERPRINT, 'utf8').catch(() => null);
  if (built === (await fingerprint())) return;
  log('building the pages');
  await buildPages();
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const path of (await Promise.all(SOURCES.map(filesUnder))).flat().sort())
    hash.update(path).update(await readFile(join(ROOT, path)));
  return hash.digest('hex');
}

async function filesUnder(source: string): Promise<string[]> {
  if (source.includes('.')) return [source];
  const entries = await readdir(join(ROOT, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('generated'))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
}

if (require.main === module)
  ensurePages(console.info).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
