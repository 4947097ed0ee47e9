import { generateKeyPairSync } from 'node:crypto';
import { Client } from '@temporalio/client';
import { METADATA_ENCODING_KEY, type Payload } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { Webhook } from 'standardwebhooks';
import { openDatabase } from '../../db/database';
import { providerTokens } from '../../db/schema/messages';
import { seal, unseal } from '../../secrets/sealed';
import { EncryptionCodec } from '../../temporal/codec';
import { parseKeyring } from '../../secrets/keyring';
import { caseWorkflowId } from '../../workflows/messages';
import { act, petition } from '../api/support/people';
import { eventually } from '../support/eventually';
import { historiesOf } from '../support/histories';
import { TEST_PAYLOAD_KEYS as OLD, testDataConverter } from '../support/keyring';
import type { Process } from '../support/process';
import { startReceiver } from '../support/receiver';
import { pauseScheduled, runScheduled } from '../support/schedule';
import { startService, type Service } from '../support/service';
import { connectTemporal } from '../support/temporal';
import type { Visitor } from '../support/visitor';

const NEW = `next:${Buffer.from('fedcba9876543210fedcba9876543210').toString('base64')}`;

const RECORD_KEY = generateKeyPairSync('ed25519')
  .privateKey.export({ format: 'der', type: 'pkcs8' })
  .toString('base64');

/** What the submitter writes, and nobody else has. */
const words = {
  title: 'Cây cầu gỗ ở xóm dưới',
  content: 'Mặt cầu đã mục, xe chở lúa không qua được.',
  submitter: { name: 'Bà con xóm dưới', address: 'Số 7, xóm dưới', phone: '0900 765 432', email: 'xomduoi@example.vn' },
};
const written = [words.title, words.content, ...Object.values(words.submitter)];

let service: Service;
let daily: readonly string[];
let temporalClient: Client;
let citizen: Visitor;
let reception: Visitor;

beforeAll(async () => {
  const apiEnv = (env: Readonly<Record<string, string>>) => ({ ...env, PAYLOAD_KEYS: `${OLD},${NEW}` });
  service = await startService({ withWorker: false, apiEnv, env: { WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' } });
  daily = ['record-sealing', 'partner-comparison'].map((name) => `${name}/${service.taskQueue}`);
  for (const scheduleId of daily) await pauseScheduled(scheduleId);
  temporalClient = new Client({
    connection: await connectTemporal(),
  });
  [citizen, reception] = [await service.as('citizen'), await service.as('reception')];
});
afterAll(async () => {
  await temporalClient.connection.close();
  await service.stop();
});

const submit = async () => (await citizen.post('/v1/cases', petition(words))).body.code as string;

/** All that Temporal holds of a case, as its server gives it to anybody. */
const rawOf = async (code: string): Promise<Buffer> => {
  const workflowId = caseWorkflowId(code);
  const execution = await temporalClient.workflow.getHandle(workflowId).describe();
  const histories = await historiesOf(temporalClient, workflowId);
  return Buffer.concat([
    Buffer.from(JSON.stringify([execution.raw, execution.memo, workflowId])),
    ...histories.map((history) => Buffer.from(temporal.api.history.v1.History.encode(history).finish())),
  ]);
};

/** Who asks for the service's work, each by process and machine. */
const pollers = async (): Promise<string[]> => {
  const { pollers: found } = await temporalClient.workflowService.describeTaskQueue({
    namespace: 'default',
    taskQueue: { name: service.taskQueue },
    taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  });
  return found.map(({ identity }) => identity ?? '');
};

/** The encrypted payloads within a message of Temporal, wherever they stand. */
function payloadsIn(value: unknown): Payload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  const { metadata } = value as Payload;
  if (metadata !== undefined && metadata !== null && METADATA_ENCODING_KEY in metadata) return [value];
  return Object.values(value).flatMap(payloadsIn);
}

test('R10.4: what a submitter wrote is nowhere in Temporal without the key, and a key rotates while cases go on', async () => {
  const running: Process[] = [];
  const startWorker = async (keys: string): Promise<Process> => {
    const worker = service.startWorker({ PAYLOAD_KEYS: keys });
    running.push(worker);
    await eventually(pollers, (found) => found.some((identity) => identity.startsWith(`${String(worker.pid)}@`)));
    return worker;
  };
  try {
    const first = await startWorker(OLD);
    const code = await submit();
    await act(reception, code, 'accept');

    const raw = await rawOf(code);
    expect(written.filter((text) => raw.includes(text))).toEqual([]);
    const payloads = (await historiesOf(temporalClient, caseWorkflowId(code))).flatMap(payloadsIn);
    const decoded = await new EncryptionCodec(parseKeyring(OLD)).decode(payloads);
    const readable = Buffer.concat(decoded.map(({ data }) => Buffer.from(data ?? [])));
    expect(readable.includes(words.submitter.name)).toBe(true);
    expect(() => new EncryptionCodec(parseKeyring(NEW)).decode(payloads)).toThrow('no key with the id test');

    // Everybody learns to read the new key, as the API has already, before anybody writes with it.
    const second = await startWorker(`${OLD},${NEW}`);
    await first.stop();
    await act(reception, code, 'forward', { lead: 'justice' });
    await startWorker(`${NEW},${OLD}`);
    await second.stop();
    await act(reception, code, 'note', { text: 'Ghi chú.' });

    await act(reception, await submit(), 'accept');
    const keyIds = (await historiesOf(temporalClient, caseWorkflowId(code))).flatMap(payloadsIn).map(keyId);
    expect(keyIds).toEqual(expect.arrayContaining(['test', 'next']));
  } finally {
    await Promise.all(running.map((worker) => worker.stop()));
  }
});

test('R10.4: what failed, and how, is told to nobody without the key', async () => {
  // Without RECORD_KEY nobody can sign the root of a day.
  const worker = service.startWorker({ PAYLOAD_KEYS: OLD });
  try {
    const { workflow } = new Client({ connection: temporalClient.connection, dataConverter: testDataConverter });
    const { taskQueue } = service;
    const sealing = await workflow.start('recordSealing', {
      taskQueue,
      workflowId: `sealing/${taskQueue}`,
    });
    const failure = await eventually(
      async () => (await sealing.describe()).raw.pendingActivities?.[0]?.lastFailure,
      (found) => found !== undefined && found !== null
    );
    await sealing.terminate();
    expect(failure).toMatchObject({ message: 'Encoded failure', stackTrace: '' });
    const [attributes] = await new EncryptionCodec(parseKeyring(OLD)).decode([failure!.encodedAttributes!]);
    expect(Buffer.from(attributes?.data ?? []).toString()).toContain('RECORD_KEY is not set');
  } finally {
    await worker.stop();
  }
});

test('R10.4: what is kept under a key for longer than any case is renewed or needs none, so that the key may go', async () => {
  const receiver = await startReceiver();
  const { db, close } = openDatabase(service.databaseUrl, { max: 1 });
  const { schedule } = new Client({ connection: temporalClient.connection, dataConverter: testDataConverter });
  const tokens = seal(parseKeyring(OLD), 'provider-tokens', 'a refresh token');
  try {
    const admin = await service.as('admin');
    const { body: subscriber } = await admin.post('/v1/webhooks', { name: 'Hệ thống', url: receiver.url });
    await db.insert(providerTokens).values({ provider: 'zalo', ...tokens });
    // As versions before this one made their schedules.
    const comparison = schedule.getHandle(`partner-comparison/${service.taskQueue}`);
    await comparison.update((known) => ({ ...known, action: { ...known.action, args: [null] } }));

    await service.restartApi({ PAYLOAD_KEYS: `${NEW},${OLD}` });
    await service.restartApi({ PAYLOAD_KEYS: NEW });
    const worker = service.startWorker({ PAYLOAD_KEYS: NEW, RECORD_KEY });
    try {
      for (const scheduleId of daily) await runScheduled(scheduleId, NEW);
      await submit();
      const [told] = await eventually(
        () => Promise.resolve(receiver.received),
        ({ length }) => length > 0
      );
      new Webhook(subscriber.secret as string).verify(told!.body, told!.headers as Record<string, string>);
      const [kept] = await db.select().from(providerTokens);
      expect(unseal(parseKeyring(NEW), 'provider-tokens', kept!)).toBe('a refresh token');
    } finally {
      await worker.stop();
    }
  } finally {
    await close();
    await receiver.stop();
  }
});

const keyId = ({ metadata }: Payload): string => Buffer.from(metadata?.['key-id'] ?? []).toString();
