import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation } from '@temporalio/client';
import type { SignedIn } from '../sample/caseClient';
import { bareAct, type bare } from './bare/workflow';
import { BARE_QUEUE } from './bare/worker';
import type { Stage } from './stage';

/** Lives one life of six acts; calls back with the milliseconds of each. Answers the workflow that lived it. */
export type Live = (took: (millis: number) => void) => Promise<string>;

const AGENCY = 'construction';
const petition = {
  channel: 'paper',
  category: 'procedure_hinders',
  title: 'Hồ sơ xin cấp phép bị kéo dài',
  content: 'Hồ sơ đã nộp từ lâu nhưng chưa có kết quả; bộ phận một cửa yêu cầu nộp lại giấy tờ đã nộp. '.repeat(5),
  submitter: {
    name: 'Người gửi mẫu',
    address: 'Phường Trung tâm',
    phone: '0900 000 000',
    email: 'nguoi.gui@example.vn',
  },
};
const text = 'Hồ sơ đã được giải quyết, kết quả trả tại bộ phận một cửa. '.repeat(4);

/** Submitted, accepted, forwarded, assigned, answered, published: by three people over HTTP. */
export async function casesOver(stage: Stage, address: string): Promise<Live> {
  const reception = await stage.as('reception', address);
  const head = await stage.as(`lead.${AGENCY}`, address);
  const officer = (await (await stage.as(`officer.${AGENCY}`, address)).me()).id;
  const acts: readonly [SignedIn, string, object][] = [
    [reception, 'accept', {}],
    [reception, 'forward', { lead: AGENCY }],
    [head, 'assign', { officer }],
    [head, 'answer', { text }],
    [reception, 'publish', { forms: ['portal'], text }],
  ];
  return async (took) => {
    const { code } = await timed(took, () => reception.submit({ ...petition, receivedAt: new Date().toISOString() }));
    for (const [person, action, input] of acts) await timed(took, () => person.act(code, action as 'accept', input));
    return `case/${code}`;
  };
}

/** The same six inputs given to a workflow that does nothing with them but write each into a row. */
export const bareOver = (stage: Stage): Live => {
  const inputs = [petition, {}, { lead: AGENCY }, { officer: randomUUID() }, { text }, { forms: ['portal'], text }];
  return async (took) => {
    const workflowId = `bare/${randomUUID()}`;
    const { workflow } = stage.temporal;
    const handle = workflow.getHandle(workflowId);
    await timed(took, () =>
      workflow.executeUpdateWithStart(bareAct, {
        args: [inputs[0]],
        startWorkflowOperation: new WithStartWorkflowOperation<typeof bare>('bare', {
          workflowId,
          taskQueue: BARE_QUEUE,
          args: [workflowId, inputs.length],
          workflowIdConflictPolicy: 'FAIL',
        }),
      })
    );
    for (const input of inputs.slice(1)) await timed(took, () => handle.executeUpdate(bareAct, { args: [input] }));
    return workflowId;
  };
};

async function timed<T>(took: (millis: number) => void, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  took(performance.now() - started);
  return result;
}

export interface Round {
  readonly livesPerSecond: number;
  /** Milliseconds of each act. */
  readonly acts: readonly number[];
}

/** Lives whole lives for a while, with so many clients at once. */
export async function round(live: Live, clients: number, seconds: number): Promise<Round> {
  const acts: number[] = [];
  let lives = 0;
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        await live((millis) => acts.push(millis));
        lives++;
      }
    })
  );
  return { livesPerSecond: (lives * 1000) / (performance.now() - started), acts };
}
