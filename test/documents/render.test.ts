import childProcess from 'node:child_process';
import { caseDocument } from '../../documents/caseDocument';
import { createRenderer } from '../../documents/render';
import { hardPrint } from './support/casePrint';

const { fork } = childProcess;
let children: childProcess.ChildProcess[];
beforeEach(() => {
  children = [];
  jest.spyOn(childProcess, 'fork').mockImplementation((program, options) => {
    const execArgv = ['--import', 'tsx'];
    const child = fork(program, { ...(options as childProcess.ForkOptions), execArgv });
    children.push(child);
    return child;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  children.forEach((child) => child.kill());
});

test('R1.4: a process that renders documents takes its jobs with it when it dies, and the next job starts another', async () => {
  const render = createRenderer();
  const document = caseDocument(hardPrint());
  const jobs = [render(document, 'docx', null), render(document, 'pdf', null)];
  children.forEach((child) => child.kill('SIGKILL'));
  for (const { status } of await Promise.allSettled(jobs)) expect(status).toBe('rejected');
  expect((await render(document, 'docx', null)).subarray(0, 2).toString()).toBe('PK');
  expect(children).toHaveLength(2);
});

test('R1.4: a document that is not rendered in time is given up', async () => {
  const render = createRenderer(1);
  const document = caseDocument(hardPrint());
  for (const format of ['pdf', 'docx'] as const)
    await expect(render(document, format, null)).rejects.toThrow('SIGKILL');
});
