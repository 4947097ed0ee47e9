import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { signIn, type SignedIn } from '../../sample/caseClient';
import { fromSetup } from '../support/environment';
import { dataFolder, runProgram, type Program } from '../support/program';
import { temporaryFolder } from '../support/servers';

/** Seconds that a day lasts: short enough to see a case close, long enough for a restart within the time to dispute. */
const DAY_SECONDS = '1.2';

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
  const demo = run('commands/demo.ts');
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
  const reception = await as('reception');
  for (const { code: caseCode } of await reception.list()) {
    const numbers = (await reception.events(caseCode)).map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
});

test('after everything was stopped and started again the cases are there and their timers go on', async () => {
  const code = await published();
  await service.stop();

  service = await startEverything();
  const reception = await as('reception');
  await until(async () => (await reception.read(code)).status === 'closed');
});

/** A new case, the answer of which has just been published. */
async function published(): Promise<string> {
  const [citizen, reception, head] = await Promise.all([as('citizen'), as('reception'), as('lead.construction')]);
  const { code } = await citizen.submit({
    channel: 'portal',
    category: 'other',
    title: 'Chờ lâu',
    content: 'Hồ sơ chưa có kết quả.',
    submitter: { name: 'Người gửi mẫu', address: 'Phường Trung tâm', phone: '0900 000 000', email: 'gui@example.vn' },
  });
  await reception.act(code, 'forward', { lead: 'construction' });
  await head.act(code, 'assign', { officer: (await (await as('officer.construction')).me()).id });
  await head.act(code, 'answer', { text: 'Đã giải quyết.' });
  const { status } = await reception.act(code, 'publish', { forms: ['portal'], text: 'Đã giải quyết.' });
  expect(status).toBe('published');
  return code;
}

async function startEverything(): Promise<Program> {
  const started = run('start.ts');
  await started.printed('Ready: ');
  return started;
}

const run = (script: string) =>
  runProgram(script, dataDir, {
    TRAINING_DAY_SECONDS: DAY_SECONDS,
    // A worker that is started again need not bundle the workflows anew.
    WORKFLOW_BUNDLE: fromSetup('TEST_WORKFLOW_BUNDLE'),
  });

async function as(mailbox: string): Promise<SignedIn> {
  const { portOf, secrets } = dataFolder(dataDir);
  const { samplePassword } = await secrets();
  return signIn(`http://127.0.0.1:${String(await portOf('api'))}`, `${mailbox}@example.vn`, samplePassword);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((look) => setTimeout(look, 200));
}
