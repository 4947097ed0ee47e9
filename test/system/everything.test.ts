import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { signIn, type SignedIn } from '../../sample/caseClient';
import { dataFolder, runProgram, type Program } from '../support/program';
import { temporaryFolder } from '../support/servers';

/** Seconds that a day lasts: short enough to see a case close, long enough for a restart within a term. */
const DAY_SECONDS = '0.7';

let dataDir: string;
let service: Program;

beforeAll(async () => {
  dataDir = await temporaryFolder();
  service = await startEverything();
});

afterAll(async () => {
  await service.stop();
  await rm(dataDir, { recursive: true });
});

test('both lives of the demo end as they should while worker, API, Temporal and PostgreSQL are killed one after another', async () => {
  const demo = run('demo.ts');
  const ended = once(demo.child, 'exit');
  for (const [name, title] of [
    ['worker', 'worker'],
    ['api', 'api'],
    ['temporal', 'Temporal'],
    ['postgres', 'PostgreSQL'],
  ] as const) {
    process.kill(await dataFolder(dataDir).pidOf(name), 'SIGKILL');
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
});

test('after everything was stopped and started again the cases are there and their timers go on', async () => {
  const before = await (await receptionOf()).list('status=published');
  expect(before.length).toBeGreaterThan(0);
  await service.stop();

  service = await startEverything();
  const reception = await receptionOf();
  for (const { code } of before) await until(async () => (await reception.read(code)).status === 'closed');
});

async function startEverything(): Promise<Program> {
  const started = run('start.ts');
  await started.printed('Ready: ');
  return started;
}

const run = (script: string) => runProgram(script, dataDir, { TRAINING_DAY_SECONDS: DAY_SECONDS });

async function receptionOf(): Promise<SignedIn> {
  const { portOf, secrets } = dataFolder(dataDir);
  const { samplePassword } = await secrets();
  return signIn(`http://127.0.0.1:${String(await portOf('api'))}`, 'reception@example.vn', samplePassword);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((look) => setTimeout(look, 200));
}
