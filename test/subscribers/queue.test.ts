import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createTellSubscriber } from '../../activities/tellSubscriber';
import { recordAdminAct } from '../../db/adminEvents';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { listDeliveries } from '../../db/subscriberDeliveries';
import { queueAgain, queueNews, queueTest, resend, waitingFor } from '../../db/subscriberQueue';
import { dueDeliveries, giveUp, settle } from '../../db/subscriberSending';
import { countedNow } from '../../db/gauges';
import { migrate } from '../../db/migrate';
import { addSecret, addSubscriber, changeSubscriber, findSubscriber } from '../../db/subscribers';
import { seal } from '../../secrets/sealed';
import { parseNetworks } from '../../subscribers/addresses';
import type { Outgoing } from '../../news/outgoing';
import { newSecret } from '../../subscribers/signing';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { testKeyring } from '../support/keyring';
import { at } from '../support/law';
import { startReceiver, type Receiver } from '../support/receiver';

const HALF_AN_HOUR = 1_800_000;
const HOUR = 2 * HALF_AN_HOUR;
const NOW = at('2026-10-05 09:00');

let database: TestDatabase;
let opened: OpenDatabase;
let receiver: Receiver;
let id: string;
/** One go of the queue. A message is tried again at once, then from hour to hour. */
let go: () => ReturnType<ReturnType<typeof createTellSubscriber>>;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrate(database.url);
  opened = openDatabase(database.url, { max: 2 });
  const config = {
    policy: { allowedNetworks: parseNetworks('127.0.0.0/8'), plainHttp: true },
    source: 'https://pakn.example',
    timeoutMillis: 5_000,
    retryDelays: [0, HOUR, HOUR, HOUR],
  };
  const subscribers = { config, keyring: testKeyring };
  const tell = createTellSubscriber({
    db: opened.db,
    messaging: null,
    recordKey: null,
    subscribers,
    now: () => NOW,
  });
  go = () => new MockActivityEnvironment().run(tell, id);
});

afterAll(async () => {
  await opened.close();
  await database.drop();
});

beforeEach(async () => {
  receiver = await startReceiver();
  id = `wh_${randomUUID()}`;
  await addSubscriber(opened.db, {
    id,
    name: 'Hệ thống',
    url: receiver.url,
    mapping: 'events',
    types: [],
    agencies: [],
    withCode: false,
    pseudonymKey: randomBytes(16).toString('hex'),
    enabled: true,
    createdAt: new Date(NOW),
    createdBy: 'admin',
  });
  await addSecret(opened.db, id, seal(testKeyring, 'subscriber-secrets', newSecret()), new Date());
});
afterEach(() => receiver.stop());

const queue = (messageId: string) => queueTest(opened.db, id, messageId, '2026-10-05');

const triesOf = async (messageId: string) =>
  (await listDeliveries(opened.db, id, {}, 50)).find((one) => one.messageId === messageId)?.attempts;

test('R1.6: a message that alone does not get through keeps its pauses, whatever else is taken', async () => {
  receiver.behave(({ body }) => ({ status: body.includes('msg_stubborn') ? 503 : 204 }));
  await queue('msg_stubborn');
  await go();
  await queue('msg_taken');
  await go();
  expect([await triesOf('msg_stubborn'), await triesOf('msg_taken')]).toEqual([2, 1]);
  const { millis, held } = await go();
  expect([held, Number(millis) > 0]).toEqual([false, true]);
  expect(await triesOf('msg_stubborn')).toBe(2);
});

test('R1.6: after an outage nothing waits longer', async () => {
  receiver.behave(() => 'hangUp');
  await queue('msg_early');
  await go();
  await go();
  expect(await go()).toMatchObject({ held: true });
  receiver.behave(() => ({ status: 204 }));
  await changeSubscriber(opened.db, id, { heldUntil: null });
  await queue('msg_late');
  await go();
  await go();
  const [late, early] = await listDeliveries(opened.db, id, {}, 2);
  expect([early?.status, late?.status]).toEqual(['accepted', 'accepted']);
});

test('R1.6: a receiver that says when to come again is not asked anything before, for half an hour at most', async () => {
  receiver.behave(() => ({ status: 429, headers: { 'retry-after': '86400' } }));
  await queue('msg_early');
  await go();
  await queue('msg_late');
  const { millis, held } = await go();
  expect([held, Number(millis) <= HALF_AN_HOUR]).toEqual([true, true]);
  expect([await triesOf('msg_early'), await triesOf('msg_late')]).toEqual([1, 0]);
});

describe('R1.6: an address that is mended while a try at the old one is on its way is told at once', () => {
  const mended = { url: 'http://127.0.0.1:9/', failures: 0, heldUntil: null };
  const standing = async () => {
    const { enabled, goneAt, heldUntil, failures } = (await findSubscriber(opened.db, id))!;
    const waiting = (await dueDeliveries(opened.db, id, 2)).map(({ messageId, attempts }) => [messageId, attempts]);
    return { enabled, goneAt, heldUntil, failures, waiting };
  };

  test.each([410, 500])('and switched off or held up by no %i of the old one', async (status) => {
    await queue('msg_first');
    await queue('msg_second');
    receiver.behave(async () => {
      await changeSubscriber(opened.db, id, mended);
      return { status };
    });
    await go();
    expect(await standing()).toEqual({
      enabled: true,
      goneAt: null,
      heldUntil: null,
      failures: 0,
      waiting: [
        ['msg_first', 0],
        ['msg_second', 0],
      ],
    });
  });

  test('and what the old one took is not told again', async () => {
    await queue('msg_taken');
    receiver.behave(async () => {
      await changeSubscriber(opened.db, id, mended);
      return { status: 204 };
    });
    await go();
    expect((await standing()).waiting).toEqual([]);
  });
});

/** What happened to a case of its own. */
const published = (seq: number): Outgoing => ({
  seq,
  type: 'case.published',
  agencies: [],
  day: '2026-10-05',
  news: {
    seq,
    at: NOW,
    status: 'published',
    category: null,
    leadAgency: null,
    answerDue: null,
    overdue: false,
    term: null,
  },
});

test('R1.6: news of a case wakes no queue that rests, and waits in it', async () => {
  const woken = async (seq: number) => {
    const now = await queueNews(opened.db, 'PAKN-1', [published(seq)]);
    const later = await waitingFor(opened.db, 'PAKN-1', [seq]);
    return [now.find(({ subscriber }) => subscriber === id)?.awake, later.includes(id)];
  };
  expect(await woken(1)).toEqual([true, true]);
  await changeSubscriber(opened.db, id, { heldUntil: new Date(Date.now() + HOUR) });
  expect(await woken(2)).toEqual([false, false]);
  expect(await listDeliveries(opened.db, id, { status: 'pending' }, 50)).toHaveLength(2);
});

test('S5: what is told again wakes no queue that rests, and waits in it', async () => {
  await changeSubscriber(opened.db, id, { mapping: 'national_portal' });
  await queueNews(opened.db, 'PAKN-4', [published(1)]);
  const told = (await dueDeliveries(opened.db, id, 1))[0]!;
  await settle(opened.db, told, { kind: 'accepted', httpStatus: 200 }, null);
  await changeSubscriber(opened.db, id, { heldUntil: new Date(Date.now() + HOUR) });
  expect(await queueAgain(opened.db, ['PAKN-4'])).toEqual([{ subscriber: id, awake: false }]);
  expect(await listDeliveries(opened.db, id, { status: 'pending' }, 50)).toHaveLength(1);
  await changeSubscriber(opened.db, id, { heldUntil: null });
  expect(await queueAgain(opened.db, ['PAKN-4'])).toEqual([{ subscriber: id, awake: true }]);
  await changeSubscriber(opened.db, id, { removedAt: new Date(NOW) });
});

test('S5: a message that is queued again while it is on its way leaves once more, as another one', async () => {
  await changeSubscriber(opened.db, id, { mapping: 'national_portal' });
  await queueNews(opened.db, 'PAKN-2', [1, 2].map(published));
  const accepted = { kind: 'accepted', httpStatus: 200 } as const;
  const takeNext = async (meanwhile: () => Promise<unknown>) => {
    const [next] = await dueDeliveries(opened.db, id, 1);
    await meanwhile();
    await settle(opened.db, next!, accepted, null);
    return next!.messageId;
  };
  await takeNext(() => Promise.resolve());
  const before = await takeNext(() => queueAgain(opened.db, ['PAKN-2', 'PAKN-3']));
  const [latest, earlier] = await listDeliveries(opened.db, id, {}, 2);
  expect([earlier?.status, latest?.status, latest?.attempts]).toEqual(['accepted', 'pending', 0]);
  expect(latest?.messageId).not.toBe(before);
  await changeSubscriber(opened.db, id, { removedAt: new Date(NOW) });
  expect(await queueAgain(opened.db, ['PAKN-2'])).toEqual([]);
});

test('R1.6: what is queued again waits since then', async () => {
  const secondsWaited = async () =>
    (await countedNow(opened.db, NOW)).deliveries.find(({ subscriber }) => subscriber === id)?.pendingSeconds;
  const old = await queue('msg_old');
  await opened.sql`update deliveries set created_at = created_at - interval '30 days', queued_at = queued_at - interval '30 days'
    where id = ${old.id}`;
  expect(await secondsWaited()).toBeGreaterThan(29 * 86_400);
  await giveUp(opened.db, id, 'gone');
  expect(await secondsWaited()).toBe(0);
  expect(await resend(opened.db, id, [old.id])).toBe(1);
  expect(await secondsWaited()).toBeLessThan(86_400);
});

test('R1.6: who had gone before that was kept is found on record, unless somebody switched it on since', async () => {
  const migration = await readFile('db/migrations/0051_gone_before.sql', 'utf8');
  const record = (act: string, after: object) =>
    recordAdminAct(opened.db, { at: NOW, by: 'x', act, subject: `webhook/${id}`, before: null, after, document: null });
  const standing = async () => {
    await opened.sql.unsafe(migration.replaceAll('--> statement-breakpoint', ''));
    const gone = (await findSubscriber(opened.db, id))?.goneAt ?? null;
    return [gone === null, (await listDeliveries(opened.db, id, {}, 1))[0]?.status];
  };
  await queue('msg_waiting');
  await record('webhook.disable', { enabled: false, reason: 'gone' });
  await record('webhook.change', { enabled: true });
  await changeSubscriber(opened.db, id, { enabled: false });
  expect(await standing()).toEqual([true, 'pending']);
  await record('webhook.disable', { enabled: false, reason: 'gone' });
  await record('webhook.change', { enabled: false, name: 'Tên khác' });
  expect(await standing()).toEqual([false, 'givenUp']);
});
