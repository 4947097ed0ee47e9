import { Client, type Connection } from '@temporalio/client';
import type { CloudEvent } from 'cloudevents';
import { HTTP } from 'cloudevents';
import postgres, { type Sql } from 'postgres';
import { Webhook } from 'standardwebhooks';
import { newsQueued, subscriberWorkflowId } from '../../workflows/subscriberMessages';
import { eventually } from '../support/eventually';
import { testDataConverter } from '../support/keyring';
import { at } from '../support/law';
import { waitingFor } from '../support/locks';
import { startReceiver, type Received, type Receiver } from '../support/receiver';
import { startService, type Service } from '../support/service';
import { connectTemporal } from '../support/temporal';
import { act, idOf, inHandling, peopleOf, submitted, type People } from '../api/support/people';

let service: Service;
let people: People;
let receiver: Receiver;
let sql: Sql;
let connection: Connection;
let temporal: Client;

beforeAll(async () => {
  service = await startService({
    agencies: ['office', 'justice', 'construction'],
    startsAt: at('2026-10-05 08:00'),
    env: {
      WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
      // Longer than a busy machine takes to answer: what came twice by that would be counted.
      WEBHOOK_TIMEOUT_SECONDS: '10',
      WEBHOOK_RETRY_SECONDS: '0.05,0.05,0.05,0.05',
    },
  });
  people = await peopleOf(service);
  sql = postgres(service.databaseUrl, { max: 1 });
  connection = await connectTemporal();
  temporal = new Client({ connection, dataConverter: testDataConverter });
});
afterAll(async () => {
  await Promise.all([connection.close(), sql.end()]);
  await service.stop();
});

beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => {
  const { body } = await people.admin.get('/v1/webhooks');
  for (const { id } of body.items as { id: string }[])
    expect((await people.admin.send('DELETE', `/v1/webhooks/${id}`)).status).toBe(204);
  await receiver.stop();
});

interface Subscription {
  readonly id: string;
  readonly secret: string;
}

async function subscribe(given: object = {}): Promise<Subscription> {
  const { status, body } = await people.admin.post('/v1/webhooks', { name: 'Hệ thống', url: receiver.url, ...given });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as Subscription;
}

/** Until what waits for a subscriber has been sent, and nobody looks at its queue. */
const atRest = (id: string) => temporal.workflow.getHandle(subscriberWorkflowId(id)).result();

/** Reads messages as a receiver would, with the libraries of both standards. @throws Error where a signature is wrong. */
const eventsOf = (received: readonly Received[], secret: string) =>
  received.map(({ headers, body }) => {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return HTTP.toEvent({ headers, body }) as CloudEvent<Record<string, unknown>>;
  });

const arrived = (count: number) =>
  eventually(
    () => Promise.resolve(receiver.received),
    (received) => received.length >= count
  );

const deliveriesOf = async (id: string, query = '') =>
  (await people.admin.get(`/v1/webhooks/${id}/deliveries${query}`)).body.items as Record<string, unknown>[];

const settled = (id: string, content: (items: Record<string, unknown>[]) => boolean) =>
  eventually(() => deliveriesOf(id), content);

test('R1.6: every status change reaches a subscriber as a signed CloudEvent, in the order of the case, without personal data', async () => {
  const { id, secret } = await subscribe();
  const code = await inHandling(people);
  await act(people.head, code, 'answer', { text: 'Thủ tục đã được niêm yết.' });
  await act(people.reception, code, 'publish', { forms: ['portal'], text: 'Thủ tục đã được niêm yết.' });
  const events = eventsOf(await arrived(5), secret);
  expect(events.map(({ type, data }) => [type, data?.['status'], data?.['seq']])).toEqual([
    ['case.received', 'received', 1],
    ['case.forwarded', 'forwarded', 2],
    ['case.assigned', 'processing', 3],
    ['case.answered', 'answered', 4],
    ['case.published', 'published', 5],
  ]);
  expect(new Set(events.map(({ subject }) => subject)).size).toBe(1);
  // An administrator reads no code of a case where the subscriber is told none (R10.3).
  const sent = await deliveriesOf(id);
  expect(new Set(sent.map((one) => one['case']))).toEqual(new Set([events[0]?.data?.['case']]));
  expect(JSON.stringify(sent)).not.toContain(code);
  expect(events[0]).toMatchObject({ specversion: '1.0', source: `${service.address}/v1/cases` });
  expect(receiver.received[0]?.headers['content-type']).toMatch('application/cloudevents+json');
  const all = receiver.received.map(({ body, headers }) => body + JSON.stringify(headers)).join('');
  for (const secretText of [code, 'Người gửi', '0900', 'nguoigui', 'niêm yết', 'Phường'])
    expect(all).not.toContain(secretText);
});

test('R1.6: a subscriber hears of its types and its agencies, and of codes where it is trusted with them', async () => {
  const other = await startReceiver();
  const { secret } = await subscribe({ types: ['case.forwarded', 'case.escalated'], withCode: true });
  await subscribe({ url: other.url, agencies: ['construction'] });
  const first = await inHandling(people);
  await act(people.reception, first, 'escalate', { ground: 'other', proposal: 'Đề nghị cho ý kiến.' });
  const second = await submitted(people.citizen);
  await act(people.reception, second, 'forward', { lead: 'construction' });
  const events = eventsOf(await arrived(3), secret);
  expect(events.map(({ type, data }) => [type, data?.['code']])).toEqual([
    ['case.forwarded', first],
    ['case.escalated', first],
    ['case.forwarded', second],
  ]);
  const heard = await eventually(
    () => Promise.resolve(other.received),
    (received) => received.length > 0
  );
  expect(heard.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['case.forwarded']);
  await other.stop();
});

test('R8.2, R10.2: escalation automation hears of what is overdue and of what is escalated, and of nothing else', async () => {
  const { id, secret } = await subscribe({
    name: 'Đôn đốc tự động',
    types: ['case.overdue', 'case.progress_missed', 'case.escalated'],
    withCode: true,
  });
  const evidence = await people.reception.upload('dau-den.txt', 'Dấu đến của văn thư');
  const code = await submitted(people.reception, {
    channel: 'paper',
    receivedAt: '2026-07-06T08:00:00+07:00',
    receiptReason: 'Nhập sau.',
    receiptEvidence: evidence.body.id,
  });
  await act(people.reception, code, 'forward', { lead: 'justice' });
  await act(people.head, code, 'assign', { officer: await idOf(people.officer) });
  await act(people.reception, code, 'escalate', { ground: 'other', proposal: 'Đề nghị cho ý kiến.' });
  const all = await settled(id, (items) => items.some(({ type }) => type === 'case.escalated'));
  const events = eventsOf(await arrived(all.length), secret);
  expect(events.map(({ type, data }) => [type, data?.['term'], data?.['code']])).toEqual([
    ['case.overdue', 'rejectBy', code],
    ['case.overdue', 'routeBy', code],
    ['case.overdue', 'answerBy', code],
    ['case.escalated', null, code],
  ]);
});

test('R1.6: a burst of wake-ups delivers each message once', async () => {
  const { id } = await subscribe();
  const wake = () =>
    temporal.workflow.signalWithStart('subscriberDelivery', {
      workflowId: subscriberWorkflowId(id),
      taskQueue: service.taskQueue,
      args: [id],
      signal: newsQueued,
    });
  await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 4 === 0 ? submitted(people.citizen) : wake())));
  await settled(id, (items) => items.length === 10 && items.every(({ status }) => status === 'accepted'));
  await wake();
  await atRest(id);
  expect(receiver.received).toHaveLength(10);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(10);
});

test('R1.6: news that is being recorded while a subscriber is switched on is told as well', async () => {
  const { id } = await subscribe();
  const switched = (enabled: boolean) => people.admin.patch(`/v1/webhooks/${id}`, { enabled });
  await switched(false);
  const code = await submitted(service.machine());
  const accepted = await sql.begin(async (holder) => {
    await holder`select from senders for update`;
    const accepting = act(people.reception, code, 'accept');
    await eventually(() => waitingFor(holder), Boolean);
    await switched(true);
    await atRest(id);
    expect(receiver.received).toHaveLength(1);
    return { accepting };
  });
  await accepted.accepting;
  await arrived(2);
});

test('R1.6: while secrets rotate a message bears both signatures, afterwards the new one alone', async () => {
  const { id, secret } = await subscribe();
  const renewed = (await people.admin.post(`/v1/webhooks/${id}/secret`)).body.secret as string;
  await people.admin.post(`/v1/webhooks/${id}/test`);
  const [ping] = await arrived(1);
  expect(eventsOf([ping!], secret)[0]?.type).toBe('ping');
  expect(eventsOf([ping!], renewed)).toHaveLength(1);
  const last = (await people.admin.post(`/v1/webhooks/${id}/secret`, { overlapHours: 0 })).body.secret as string;
  await people.admin.post(`/v1/webhooks/${id}/test`);
  const ping2 = (await arrived(2))[1]!;
  expect(eventsOf([ping2], last)).toHaveLength(1);
  expect(() => eventsOf([ping2], renewed)).toThrow('signature');
});

test('R1.6: what fails is tried again under the same id, what fails too often is kept and sent again by an administrator', async () => {
  const { id } = await subscribe();
  receiver.behave(() => (receiver.received.length === 1 ? 'silence' : receiver.received.length === 2 ? 'hangUp' : {}));
  const code = await submitted(people.citizen);
  await settled(id, (items) => items[0]?.['status'] === 'accepted');
  expect(receiver.received).toHaveLength(3);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);

  receiver.behave(() => ({ status: 500 }));
  await act(people.reception, code, 'accept');
  await act(people.reception, code, 'forward', { lead: 'justice' });
  const givenUp = await settled(id, (items) => items.filter(({ status }) => status === 'givenUp').length === 2);
  expect(givenUp[0]).toMatchObject({ type: 'case.forwarded', attempts: 5, httpStatus: 500, detail: 'answered 500' });
  expect((await people.admin.get(`/v1/webhooks/${id}`)).body).toMatchObject({ pending: 0, givenUp: 2 });

  receiver.behave(() => ({ status: 204 }));
  expect((await people.admin.post(`/v1/webhooks/${id}/resend`)).body).toEqual({ queued: 2 });
  const all = await settled(id, (items) => items.every(({ status }) => status === 'accepted'));
  expect(receiver.received.slice(-2).map(({ headers }) => headers['webhook-id'])).toEqual(
    [all[1], all[0]].map((delivery) => delivery?.['messageId'])
  );
});

test('R1.6: of a case nothing overtakes a message that waits, and other cases do not wait for it', async () => {
  const { id, secret } = await subscribe({ withCode: true });
  const slow = await submitted(people.citizen);
  await settled(id, (items) => items[0]?.['status'] === 'accepted');
  let refusals = 2;
  receiver.behave(({ body }) => ({ status: body.includes(slow) && refusals-- > 0 ? 503 : 204 }));
  await act(people.reception, slow, 'accept');
  await act(people.reception, slow, 'forward', { lead: 'justice' });
  await submitted(people.citizen);
  await settled(id, (items) => items.length === 4 && items.every(({ status }) => status === 'accepted'));
  const taken = eventsOf(receiver.received, secret).filter(({ data }) => data?.['code'] === slow);
  expect(taken.map(({ type }) => type)).toEqual([
    'case.received',
    'case.accepted',
    'case.accepted',
    'case.accepted',
    'case.forwarded',
  ]);
});

test('R1.6: 410 ends a subscription, and that is on record', async () => {
  receiver.behave(() => ({ status: 410 }));
  const { id } = await subscribe();
  await submitted(people.citizen);
  await settled(id, (items) => items[0]?.['status'] === 'givenUp');
  expect((await people.admin.get(`/v1/webhooks/${id}`)).body).toMatchObject({ enabled: false });
  const { body } = await people.admin.get(`/v1/admin/events?subject=webhook/${id}`);
  expect((body.items as { act: string; by: string }[]).map((one) => [one.act, one.by])).toMatchObject([
    ['webhook.disable', 'service'],
    ['webhook.add', expect.any(String)],
  ]);
  expect((await people.admin.post(`/v1/webhooks/${id}/test`)).status).toBe(409);
});

test('R1.6: for one that wants nothing more nothing waits, until an administrator says otherwise', async () => {
  receiver.behave(() => ({ status: 410 }));
  const { id } = await subscribe();
  await submitted(people.citizen);
  await settled(id, (items) => items[0]?.['status'] === 'givenUp');
  receiver.behave(() => ({ status: 204 }));
  await submitted(people.citizen);
  expect(await deliveriesOf(id)).toHaveLength(1);
  await people.admin.patch(`/v1/webhooks/${id}`, { enabled: true });
  await submitted(people.citizen);
  await settled(id, (items) => items.length === 2 && items[0]?.['status'] === 'accepted');
});

test('R1.6: a test message leaves at once, though its address rests after failures', async () => {
  const { id } = await subscribe();
  await sql`update subscribers set failures = 1, held_until = now() + interval '1 hour' where id = ${id}`;
  await people.admin.post(`/v1/webhooks/${id}/test`);
  await arrived(1);
});

test('R1.6: a redirect is not followed', async () => {
  const inner = await startReceiver();
  receiver.behave(() => ({ status: 302, headers: { location: inner.url } }));
  const { id } = await subscribe();
  await people.admin.post(`/v1/webhooks/${id}/test`);
  await settled(id, (items) => items[0]?.['status'] === 'givenUp');
  expect(inner.received).toEqual([]);
  await inner.stop();
});

test.each([
  ['http://10.0.0.5/hook', 'private'],
  ['http://169.254.169.254/latest/meta-data', 'private'],
  ['http://[fd00:ec2::254]/', 'private'],
  ['http://[::ffff:192.168.0.1]/', 'private'],
  ['http://0xA9FEA9FE/', 'private'],
  ['http://100.100.100.200/', 'private'],
  ['http://0.0.0.0/', 'private'],
  ['http://name:word@127.0.0.1/', 'credentials'],
  ['http://no-such-host.invalid/', 'unknownHost'],
  ['ftp://127.0.0.1/', 'invalid_format'],
])('R1.6: %s is refused', async (url, code) => {
  const { status, body } = await people.admin.post('/v1/webhooks', { name: 'Hệ thống', url });
  expect({ status, errors: body.errors }).toMatchObject({ status: 422, errors: [{ path: '/url', code }] });
});

test('R10.1: only administrators see and change subscriptions, and the secret is told once', async () => {
  const { id, secret } = await subscribe();
  expect(secret).toMatch(/^whsec_/);
  expect(JSON.stringify((await people.admin.get(`/v1/webhooks/${id}`)).body)).not.toContain(secret);
  for (const somebody of [people.reception, people.citizen, people.leadership])
    expect((await somebody.get('/v1/webhooks')).status).toBe(403);
  const changed = await people.admin.patch(`/v1/webhooks/${id}`, { enabled: false, types: ['case.overdue'] });
  expect(changed.body).toMatchObject({ enabled: false, types: ['case.overdue'] });
  expect((await people.admin.patch(`/v1/webhooks/${id}`, {})).status).toBe(422);
  expect((await people.admin.get('/v1/webhooks/wh_none')).status).toBe(404);
});
