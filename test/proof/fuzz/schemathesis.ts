import { mkdir } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { cached, userCacheDir } from '../../../embedded/cache';
import { run } from '../../../embedded/run';

const VERSION = '4.32.5';

/** Ends the session that asks, so that all later requests would be refused; and a stream has no end to wait for. */
const LEFT_OUT = ['POST /v1/auth/sign-out', 'GET /v1/events/stream'];

export interface Fuzz {
  readonly address: string;
  /** What lets the requests in; none is somebody unknown. */
  readonly credential: Readonly<Record<string, string>>;
  readonly seed: number;
  /** How many random requests each operation gets, besides those that visit every boundary of its schema. */
  readonly examples: number;
  readonly configuration: string;
}

/** Has schemathesis ask the service by its own `/openapi.json`. Answers its report, and whether it found nothing. */
export async function fuzz({ address, credential, seed, examples, configuration }: Fuzz) {
  const program = await schemathesis();
  const args = [
    ...['--config-file', configuration, 'run', `${address}/openapi.json`, '--no-color'],
    ...['--seed', String(seed), '--max-examples', String(examples), '--continue-on-failure'],
    ...['--generation-database', 'none', '--request-timeout', '30', '--warnings', 'off'],
    ...Object.entries(credential).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    ...LEFT_OUT.flatMap((operation) => ['--exclude-name', operation]),
  ];
  const child = spawn(program, args, {
    env: { ...process.env, PYTHONPATH: __dirname, PYTHONDONTWRITEBYTECODE: '1', SCHEMATHESIS_HOOKS: 'hooks' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let report = '';
  child.stdout.on('data', (chunk: Buffer) => (report += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { report, clean: code === 0 };
}

/** The program in a Python environment of its own, kept for every checkout of the user. Needs python3 with venv. */
async function schemathesis(): Promise<string> {
  const folder = join(userCacheDir, `schemathesis-${VERSION}`);
  // A Python environment names its own folder within, so it is made where it stays; only the marker is moved in.
  await cached({
    cacheDir: userCacheDir,
    name: `schemathesis-${VERSION}.made`,
    log: console.log,
    make: async (marker) => {
      await mkdir(marker, { recursive: true });
      await run('python3', ['-m', 'venv', '--clear', folder]);
      await run(join(folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${VERSION}`]);
    },
  });
  return join(folder, 'bin', 'schemathesis');
}
