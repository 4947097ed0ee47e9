import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { signIn, type SignedIn } from '../../sample/caseClient';
import { temporaryFolder } from '../support/servers';

const ROOT = join(__dirname, '..', '..');
const TSX = ['--import', 'tsx'];

/** Seconds that a day lasts: short enough to see a case close, long enough for a restart within a term. */
const DAY_SECONDS = '0.7';

let dataDir: string;
let service: Running;

interface Running {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves once the program has printed the text. @throws Error if it ends before. */
  readonly printed: (text: string) => Promise<void>;
}

beforeAll(async () => {
  dataDir = await temporaryFolder();
  service = await startEverything();
}, 180_000);

afterAll(async () => {
  await stop(service);
  await rm(dataDir, { recursive: true });
}, 60_000);

test('both lives of the demo end as they should while worker, API, Temporal and PostgreSQL are killed one after another', async () => {
  const demo = run(['demo.ts']);
  const ended = once(demo.child, 'exit');
  for (const [name, title] of [
    ['worker', 'worker'],
    ['api', 'api'],
    ['temporal', 'Temporal'],
    ['postgres', 'PostgreSQL'],
  ] as const) {
    process.kill(await pidOf(name), 'SIGKILL');
    await service.printed(`${title} runs again`);
  }
  const [code] = await ended;

  expect(demo.output()).toMatch(/closed +Báo hạn: closeAfter/);
  expect(demo.output()).toMatch(/Báo hạn: progressDue \([-\d]+, chưa báo cáo tiến độ\)/);
  expect(code).toBe(0);
  const reception = await receptionOf();
  for (const { code: caseCode } of await reception.list()) {
    const numbers = (await reception.events(caseCode)).map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
}, 240_000);

test('after everything was stopped and started again the cases are there and their timers go on', async () => {
  const before = await (await receptionOf()).list('status=published');
  expect(before.length).toBeGreaterThan(0);
  await stop(service);

  service = await startEverything();
  const reception = await receptionOf();
  for (const { code } of before) await until(async () => (await reception.read(code)).status === 'closed');
}, 240_000);

async function startEverything(): Promise<Running> {
  const started = run(['start.ts']);
  await started.printed('Ready: ');
  return started;
}

async function stop({ child }: Running): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'exit');
}

function run(args: string[]): Running {
  const child = spawn(process.execPath, [...TSX, ...args], {
    cwd: ROOT,
    env: { ...withoutServers(), DATA_DIR: dataDir, TRAINING_DAY_SECONDS: DAY_SECONDS },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const waiting: (() => void)[] = [];
  const tell = () => {
    for (const look of waiting.splice(0)) look();
  };
  child.on('exit', tell);
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      tell();
    });
  return {
    child,
    output: () => output,
    printed: async (text) => {
      while (!output.includes(text)) {
        if (child.exitCode !== null) throw new Error(`${args.join(' ')} ended: ${output}`);
        await new Promise<void>((look) => waiting.push(look));
      }
    },
  };
}

/** The embedded servers are what is tested, not those that the other tests share. */
function withoutServers(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, PORT: _port, ...env } = process.env;
  return env;
}

const readJson = async (file: string) =>
  JSON.parse(await readFile(join(dataDir, file), 'utf8')) as { pid: number; port: number; samplePassword: string };

const pidOf = async (name: string): Promise<number> =>
  name === 'worker' || name === 'api'
    ? Number(await readFile(join(dataDir, `${name}.pid`), 'utf8'))
    : (await readJson(`${name}.run.json`)).pid;

async function receptionOf(): Promise<SignedIn> {
  const { port } = await readJson('api.run.json');
  const { samplePassword } = await readJson('secrets.json');
  return signIn(`http://127.0.0.1:${String(port)}`, 'reception@example.vn', samplePassword);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((look) => setTimeout(look, 200));
}
