import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { delimiter } from 'node:path';
import { cached, userCacheDir } from '../../../embedded/cache';
import { run } from '../../../embedded/run';

const VERSION = '4.32.5';

/** Ends the session that asks, so that all later requests would be refused; and a stream has no end to wait for. */
const LEFT_OUT = ['POST /v1/auth/sign-out', 'GET /v1/events/stream'];

export interface Fuzz {
  readonly address: string;
  readonly seed: number;
  /** How many random requests each operation gets, besides those that visit every boundary of its schema. */
  readonly examples: number;
  /** `examples,coverage,fuzzing,stateful`, or some of these. */
  readonly phases: string;
  /** A pattern of the paths that are asked; all of them without it. */
  readonly within?: string;
  /** The file with the configuration, which also tells who asks; the report is written beside it. */
  readonly configuration: string;
}

export interface Fuzzed {
  /** In words, with how to ask again what was found. */
  readonly report: string;
  readonly clean: boolean;
  /** How many requests were made. */
  readonly requests: number;
  /** How many kinds of findings there are. */
  readonly findings: number;
  /** The operations that took a request of random data, such as `GET /v1/cases`. */
  readonly taken: readonly string[];
  /** How many of the links from one operation's answer to the next request were followed. */
  readonly links: number;
  readonly seconds: number;
}

/** Has schemathesis ask the service by its own `/openapi.json`. @throws Error where it came to no end. */
export async function fuzz({ address, seed, examples, phases, within, configuration }: Fuzz): Promise<Fuzzed> {
  const packages = await schemathesis();
  const figures = `${configuration}.json`;
  const args = [
    ...['-m', 'schemathesis.cli'],
    ...['--config-file', configuration, 'run', `${address}/openapi.json`, '--no-color', '--phases', phases],
    ...['--seed', String(seed), '--max-examples', String(examples), '--continue-on-failure'],
    ...['--generation-database', 'none', '--request-timeout', '30', '--warnings', 'off'],
    // Of random years of official days most are thrown away before one keeps to all patterns of its texts.
    ...['--suppress-health-check', 'filter_too_much'],
    ...['--report', 'json', '--report-json-path', figures],
    ...(within === undefined ? [] : ['--include-path-regex', within]),
    ...LEFT_OUT.flatMap((operation) => ['--exclude-name', operation]),
  ];
  const child = spawn('python3', args, {
    env: {
      ...process.env,
      PYTHONPATH: [packages, __dirname].join(delimiter),
      PYTHONDONTWRITEBYTECODE: '1',
      SCHEMATHESIS_HOOKS: 'hooks',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let report = '';
  child.stdout.on('data', (chunk: Buffer) => (report += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const told = JSON.parse(await readFile(figures, 'utf8').catch(() => '{}')) as Partial<Told>;
  if (told.complete !== true || told.test_cases === undefined)
    throw new Error(`schemathesis came to no end:\n${report}`);
  return {
    report,
    clean: code === 0,
    requests: told.test_cases.generated,
    findings: told.test_cases.unique_failures,
    taken: Object.entries(told.valid_rates ?? {})
      .filter(([, rates]) => Object.values(rates).some(({ accepted }) => accepted > 0))
      .map(([operation]) => operation),
    links: Number(/API Links: +(\d+) covered/.exec(report)?.[1] ?? 0),
    seconds: told.running_time ?? 0,
  };
}

/** What is read of its report. */
interface Told {
  readonly complete: boolean;
  readonly running_time: number | null;
  readonly test_cases: { readonly generated: number; readonly unique_failures: number };
  readonly valid_rates: Readonly<Record<string, Readonly<Record<string, { readonly accepted: number }>>>>;
}

/** The folder with the program, apart from what else the machine has. Needs python3 with pip. */
const schemathesis = (): Promise<string> =>
  cached({
    cacheDir: userCacheDir,
    name: `schemathesis-packages-${VERSION}`,
    log: console.log,
    make: async (folder) => {
      const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
      await run('python3', [...install, '--target', folder, `schemathesis==${VERSION}`]);
    },
  });
