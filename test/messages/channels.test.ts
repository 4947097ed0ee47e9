import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { setImmediate as otherTurns } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { createServer, type Pdu, type Session } from 'smpp';
import { attemptsOf, beginAttempt, finishAttempt } from '../../db/attempts';
import { migrate } from '../../db/migrate';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { noticeAttempts, providerTokens } from '../../db/schema/messages';
import { openChannels, type OpenChannels } from '../../messages/channels';
import type { Letter } from '../../messages/channels/channel';
import { receiptOf, referenceOf, type SmppReceipt } from '../../messages/channels/smpp';
import { createZaloTokens } from '../../messages/channels/zaloTokens';
import { createReceipts } from '../../messages/receipts';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { freePort } from '../support/freePort';
import { startMailServer } from '../support/mailServer';
import { answerJson, keyring, messagesConfig, startProvider } from '../support/messaging';

const letter = (given: Partial<Letter> = {}): Letter => ({
  to: '0900 000 000',
  messageId: '0b7e4d1c-6f6e-4a53-9d54-0f9f3c1f5a10',
  notice: 'received',
  caseCode: 'PAKN-2611-7K3M-9QXW-2F8A',
  subject: 'Tiêu đề',
  body: 'Nội dung thư.\n',
  short: 'Da tiep nhan',
  unsubscribe: null,
  ...given,
});

let testDatabase: TestDatabase;
let database: OpenDatabase;
let opened: OpenChannels | undefined;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  await migrate(testDatabase.url);
  database = openDatabase(testDatabase.url);
});

afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

function open(env: Record<string, string>, onSmppReceipt: (receipt: SmppReceipt) => Promise<void> = async () => {}) {
  const log = { warn: () => undefined, error: () => undefined };
  opened = openChannels({ config: messagesConfig(env), db: database.db, keyring, log, onSmppReceipt });
  return opened.channels;
}

describe('e-mail', () => {
  const mailbox = 'nguoigui@example.org';
  const channel = (port: number) =>
    open({ SMTP_URL: `smtp://127.0.0.1:${String(port)}?ignoreTLS=true`, MAIL_FROM: 'PAKN <pakn@province.example>' })
      .email!;

  test('R1.3: keeps its Message-ID in each try, and says how to be left alone', async () => {
    const server = await startMailServer();
    const email = channel(server.port);
    const sent = letter({ to: mailbox, unsubscribe: 'https://service.example/mute' });
    expect(await email.send(sent)).toMatchObject({ result: 'accepted' });
    expect(await email.send(sent)).toMatchObject({ result: 'accepted' });
    await server.stop();
    expect(new Set(server.received.map(({ mail }) => mail.messageId))).toEqual(
      new Set([`<${sent.messageId}@province.example>`])
    );
    const [{ mail }] = server.received as [(typeof server.received)[number]];
    expect(mail.subject).toBe('Tiêu đề');
    expect(mail.headerLines.map(({ line }) => line)).toEqual(
      expect.arrayContaining([
        'List-Unsubscribe: <https://service.example/mute>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      ])
    );
  });

  test.each([
    ['550 5.1.1 no such user', { result: 'refused', detail: '550 5.1.1' }],
    ['450 4.2.2 mailbox full', { result: 'deferred', detail: '450 4.2.2' }],
    ['421 4.3.2 closing', { result: 'unavailable', detail: '421 4.3.2' }],
  ])('a mailbox that is answered with %s', async (answer, outcome) => {
    const server = await startMailServer();
    server.refuse(mailbox, answer);
    expect(await channel(server.port).send(letter({ to: mailbox }))).toEqual(outcome);
    await server.stop();
    expect(server.received).toEqual([]);
  });

  test('a server that is away is no fault of the recipient', async () => {
    const server = await startMailServer();
    await server.stop();
    expect(await channel(server.port).send(letter({ to: mailbox }))).toMatchObject({ result: 'unavailable' });
  });

  test.each([
    ['in the subject', { subject: 'Tiêu đề\r\nBcc: other@example.org' }],
    ['in the address', { to: 'nguoigui@example.org\r\nBcc: other@example.org' }],
    ['in the address for turning it off', { unsubscribe: 'https://service.example\r\nBcc: other@example.org' }],
  ])('a header that is smuggled in %s is refused', async (_where, given) => {
    const server = await startMailServer();
    expect(await channel(server.port).send(letter({ to: mailbox, ...given }))).toMatchObject({ result: 'refused' });
    await server.stop();
    expect(server.received).toEqual([]);
  });
});

const realTimers = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
] as const;

test('an SMPP server that never speaks is let go, and asked again', async () => {
  const server = net.createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  jest.useFakeTimers({ doNotFake: [...realTimers] });
  try {
    open({ SMPP_URL: `ssmpp://system:secret@127.0.0.1:${String(port)}`, SMS_SENDER: 'PAKN' });
    const [silent] = (await once(server, 'connection')) as [net.Socket];
    silent.resume();
    jest.advanceTimersByTime(30_000);
    await once(silent, 'close');
    const again = once(server, 'connection');
    while (jest.getTimerCount() === 0) await otherTurns();
    jest.advanceTimersByTime(500);
    await again;
  } finally {
    jest.useRealTimers();
    server.close();
  }
});

describe('SMS by SMPP', () => {
  /** A real SMPP server; `answer` is what it does with each submit_sm. */
  async function startSmsc(answer: (pdu: Pdu, session: Session) => void) {
    const submitted: Pdu[] = [];
    const sessions: Session[] = [];
    const server = createServer((session) => {
      sessions.push(session);
      session.on('error', () => undefined);
      session.on('bind_transceiver', (pdu: Pdu) => {
        session.send(pdu.response(pdu.password === 'secret' ? {} : { command_status: 0x0e }));
      });
      session.on('unbind', (pdu: Pdu) => session.send(pdu.response()));
      session.on('submit_sm', (pdu: Pdu) => {
        submitted.push(pdu);
        answer(pdu, session);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const port = (server.address() as AddressInfo).port;
    return {
      submitted,
      sessions,
      env: {
        SMPP_URL: `smpp://system:secret@127.0.0.1:${String(port)}`,
        SMS_SENDER: 'PAKN',
      },
      stop: async () => {
        sessions.forEach((session) => {
          session.destroy();
        });
        server.close();
        await once(server, 'close');
      },
    };
  }

  const taken = (pdu: Pdu, session: Session) => session.send(pdu.response({ message_id: 'm1' }));
  const onceBound = (channels: OpenChannels['channels'], given: Partial<Letter> = {}) =>
    eventually(
      () => channels.sms!.send(letter(given)),
      ({ detail }) => detail !== 'not bound'
    );

  test('a short text leaves in one part in GSM-7, with a receipt asked for', async () => {
    const smsc = await startSmsc(taken);
    const channels = open({ ...smsc.env, SMS_DIACRITICS: 'false' });
    expect(await onceBound(channels, { short: 'Đã tiếp nhận phản ánh' })).toEqual({
      result: 'accepted',
      providerId: 'm1',
    });
    expect(smsc.submitted).toHaveLength(1);
    expect(smsc.submitted[0]).toMatchObject({
      source_addr: 'PAKN',
      destination_addr: '84900000000',
      data_coding: 0,
      registered_delivery: 1,
      short_message: { message: 'Da tiep nhan phan anh' },
    });
    await smsc.stop();
  });

  test.each([
    ['joined by their headers', 'udh'],
    ['whole in message_payload', 'payload'],
  ])('a long Vietnamese text arrives in UCS-2, %s', async (_how, long) => {
    const smsc = await startSmsc(taken);
    const text = 'Phản ánh, kiến nghị của Ông/Bà đã được chuyển đến cơ quan có thẩm quyền để xem xét, giải quyết.';
    expect(await onceBound(open({ ...smsc.env, SMPP_LONG: long }), { short: text })).toMatchObject({
      result: 'accepted',
    });
    const parts = smsc.submitted.map(({ short_message: part, message_payload: whole, data_coding: coding }) => {
      expect(coding).toBe(8);
      return whole?.message ?? part?.message;
    });
    expect(parts.join('')).toBe(text);
    expect(parts).toHaveLength(long === 'udh' ? 2 : 1);
    expect(smsc.submitted.map(({ registered_delivery: receipt }) => receipt)).toEqual(long === 'udh' ? [0, 1] : [1]);
    await smsc.stop();
  });

  test('S6: a submission without an answer is unknown, and so is one cut off by the end of the connection', async () => {
    const smsc = await startSmsc((pdu, session) => {
      if (pdu.destination_addr === '84900000001') session.destroy();
    });
    const channels = open(smsc.env);
    const cutOff = { result: 'unknown', detail: 'no answer' };
    expect(await onceBound(channels, { to: '0900000001' })).toEqual(cutOff);
    await opened!.close();
    const impatient = open({ ...smsc.env, SMPP_RESPONSE_SECONDS: '0.3' });
    expect(await onceBound(impatient)).toEqual(cutOff);
    expect(impatient.sms!.repeatable).toBe(false);
    await smsc.stop();
  });

  test.each([
    [0x0b, { result: 'refused', detail: '0x0000000b' }],
    [0x58, { result: 'unavailable', detail: '0x00000058' }],
    [0x45, { result: 'deferred', detail: '0x00000045' }],
  ])('a submission that is answered with status %i', async (status, outcome) => {
    const smsc = await startSmsc((pdu, session) => session.send(pdu.response({ command_status: status })));
    expect(await onceBound(open(smsc.env))).toEqual(outcome);
    await smsc.stop();
  });

  test('a number that is none never leaves', async () => {
    const smsc = await startSmsc(taken);
    expect(await open(smsc.env).sms!.send(letter({ to: '12345' }))).toEqual({
      result: 'refused',
      detail: 'no mobile number',
    });
    expect(smsc.submitted).toEqual([]);
    await smsc.stop();
  });

  test('S6: a text of which the first part has left and the next is refused may have been seen in part', async () => {
    let parts = 0;
    const smsc = await startSmsc((pdu, session) => {
      session.send(pdu.response(parts++ === 0 ? { message_id: 'm1' } : { command_status: 0x58 }));
    });
    const long = 'Phản ánh, kiến nghị đã được chuyển đến cơ quan có thẩm quyền. '.repeat(3);
    const channels = open(smsc.env);
    expect(await onceBound(channels, { short: long })).toEqual({ result: 'unknown', detail: '0x00000058' });
    expect(smsc.submitted).toHaveLength(2);
    await smsc.stop();
  });

  test('a server that knows another password: the channel is unavailable', async () => {
    const smsc = await startSmsc(taken);
    const channels = open({ ...smsc.env, SMPP_URL: smsc.env.SMPP_URL.replace('secret', 'guess') });
    // The second session begins when the first was refused.
    await eventually(
      () => Promise.resolve(smsc.sessions.length),
      (count) => count > 1
    );
    expect(await channels.sms!.send(letter())).toEqual({ result: 'unavailable', detail: 'not bound' });
    await smsc.stop();
  });

  test('no server: the channel is unavailable', async () => {
    const channels = open({
      SMPP_URL: `smpp://system:secret@127.0.0.1:${String(await freePort())}`,
      SMS_SENDER: 'PAKN',
    });
    expect(await channels.sms!.send(letter())).toEqual({ result: 'unavailable', detail: 'not bound' });
  });

  test('it binds again after the connection broke', async () => {
    const smsc = await startSmsc(taken);
    const channels = open(smsc.env);
    await onceBound(channels);
    smsc.sessions[0]!.destroy();
    await eventually(
      () => Promise.resolve(smsc.sessions.length),
      (count) => count > 1
    );
    expect(await onceBound(channels)).toMatchObject({ result: 'accepted' });
    await smsc.stop();
  });

  test('S6: a receipt is acknowledged once it is on record, and brought again before', async () => {
    const smsc = await startSmsc(taken);
    const receipts: SmppReceipt[] = [];
    let works = false;
    const channels = open(smsc.env, (receipt) => {
      if (!works) return Promise.reject(new Error('the database is away'));
      receipts.push(receipt);
      return Promise.resolve();
    });
    await onceBound(channels);
    const deliver = () =>
      new Promise<number>((resolve) => {
        smsc.sessions[0]!.deliver_sm(
          {
            esm_class: 4,
            source_addr: '84900000000',
            destination_addr: 'PAKN',
            short_message:
              'id:m1 sub:001 dlvrd:000 submit date:2610050900 done date:2610050901 stat:UNDELIV err:011 text:',
          },
          ({ command_status: status }) => {
            resolve(status);
          }
        );
      });
    expect(await deliver()).toBe(0x64);
    works = true;
    expect(await deliver()).toBe(0);
    expect(receipts).toEqual([{ providerId: 'm1', reference: null, result: 'bounced', detail: 'UNDELIV 011' }]);
    await smsc.stop();
  });

  test('S6: a receipt that is faster than what the provider calls its message is brought again', async () => {
    const { db } = database;
    const way = {
      caseCode: 'PAKN-2611-7K3M-9QXW-2F8A',
      seq: 1,
      ordinal: 0,
      person: 'submitter',
      channel: 'sms',
    } as const;
    const now = () => '2026-10-05T09:00:00.000+07:00';
    const woken: string[] = [];
    const wake = (code: string) => Promise.resolve(void woken.push(code));
    const { takeSmpp } = createReceipts({ db, deliveries: { wake, start: () => Promise.resolve() }, now });
    const receipt = { providerId: 'm1', reference: null, result: 'bounced', detail: 'REJECTD' } as const;

    await beginAttempt(db, way, { attempt: 1, messageId: letter().messageId, at: now() });
    await expect(takeSmpp(receipt)).rejects.toThrow('under way');
    await finishAttempt(db, way, 1, { result: 'accepted', providerId: 'm1', at: now() });
    await takeSmpp(receipt);
    expect(await attemptsOf(db, way.caseCode)).toMatchObject([{ result: 'bounced', detail: 'REJECTD' }]);
    expect(woken).toEqual([way.caseCode]);

    // What was cut off tells no name any more, and holds up no receipt of others.
    await beginAttempt(db, way, { attempt: 2, messageId: letter().messageId, at: now() });
    await db.update(noticeAttempts).set({ startedAt: sql`now() - interval '1 hour'` });
    await takeSmpp({ ...receipt, providerId: 'of somebody else' });
    expect(woken).toHaveLength(1);
  });
});

describe('S6: a receipt over SMPP', () => {
  const receipt = { command_status: 0, esm_class: 4 } as Pdu;

  test.each([
    [2, 'delivered', 'DELIVRD'],
    [3, 'bounced', 'EXPIRED'],
    [5, 'bounced', 'UNDELIV'],
    [8, 'bounced', 'REJECTD'],
  ] as const)('is read without its text, by the state %i of its message', (state, result, detail) => {
    const told = { receipted_message_id: 'm1', message_state: state, user_message_reference: 7 };
    expect(receiptOf({ ...receipt, ...told })).toEqual({ providerId: 'm1', reference: 7, result, detail });
  });

  test.each([
    ['is under way', { ...receipt, receipted_message_id: 'm1', message_state: 1 }],
    ['names no message', { ...receipt, message_state: 2 }],
    ['is no receipt', { ...receipt, esm_class: 0, receipted_message_id: 'm1', message_state: 2 }],
  ])('settles nothing where it %s', (_what, pdu) => {
    expect(receiptOf(pdu)).toBeNull();
  });

  test('that brings back our number finds its own message among those that were never answered', async () => {
    const { db } = database;
    const begun = async (ordinal: number, messageId: string) => {
      const way = {
        caseCode: 'PAKN-2611-REF0-0000-0000',
        seq: 1,
        ordinal,
        person: 'submitter',
        channel: 'sms',
      } as const;
      await beginAttempt(db, way, { attempt: 1, messageId, at: '2026-10-05T09:00:00.000+07:00' });
      await finishAttempt(db, way, 1, { result: 'unknown', at: '2026-10-05T09:00:20.000+07:00' });
      return { messageId };
    };
    const messages = [await begun(0, 'a message'), await begun(1, 'another message'), await begun(2, 'a third one')];
    const deliveries = { wake: () => Promise.resolve(), start: () => Promise.resolve() };
    const { takeSmpp } = createReceipts({ db, deliveries, now: () => '2026-10-05T09:10:00.000+07:00' });
    const told = { providerId: 'a name that nobody heard', result: 'delivered', detail: 'DELIVRD' } as const;
    await takeSmpp({ ...told, reference: referenceOf(messages[1]!) });
    const results = await attemptsOf(db, 'PAKN-2611-REF0-0000-0000');
    expect(results.map(({ messageId, result }) => [messageId, result]).sort()).toEqual([
      ['a message', 'unknown'],
      ['a third one', 'unknown'],
      ['another message', 'delivered'],
    ]);
  });
});

describe('SMS by a gateway over HTTP', () => {
  const env = { SMS_SENDER: 'PAKN' };

  test('sends what the configuration says, under a key, and keeps what the provider calls it', async () => {
    const provider = await startProvider((_request, response) => {
      answerJson(response, { data: { messageId: 77 } }, 202);
    });
    const { sms } = open({
      ...env,
      SMS_GATEWAY_URL: `${provider.url}/send`,
      SMS_GATEWAY_AUTHORIZATION: 'Bearer a key',
      SMS_GATEWAY_BODY: '{"phone":"{{to}}","brand":"{{from}}","content":"{{text}}","ref":"{{reference}}"}',
      SMS_GATEWAY_ID_AT: '/data/messageId',
    });
    const short = 'Dòng "một"\\hai';
    expect(await sms!.send(letter({ short }))).toEqual({ result: 'accepted', detail: 'HTTP 202', providerId: '77' });
    const [request] = provider.requests;
    expect(JSON.parse(request!.body)).toEqual({
      phone: '84900000000',
      brand: 'PAKN',
      content: short,
      ref: letter().messageId,
    });
    expect(request!.headers).toMatchObject({ authorization: 'Bearer a key', 'idempotency-key': letter().messageId });
    await provider.stop();
  });

  test.each([
    [422, 'refused'],
    [401, 'unavailable'],
    [503, 'unavailable'],
  ])('an answer of HTTP %i', async (status, result) => {
    const provider = await startProvider((_request, response) => {
      answerJson(response, {}, status);
    });
    const { sms } = open({ ...env, SMS_GATEWAY_URL: provider.url });
    expect(await sms!.send(letter())).toEqual({ result, detail: `HTTP ${String(status)}` });
    await provider.stop();
  });

  test('R1.3: only where a setting lists their country is anything sent to numbers abroad', async () => {
    const provider = await startProvider((_request, response) => {
      answerJson(response, {});
    });
    const abroad = '+856 20 5512 3456';
    const usual = open({ ...env, SMS_GATEWAY_URL: provider.url }).sms!;
    expect([usual.reaches?.(abroad), usual.reaches?.('0900 000 000')]).toEqual([false, true]);
    // What is no mobile number is tried, and refused.
    expect(usual.reaches?.('0905 123 4567')).toBe(true);
    expect(await usual.send(letter({ to: abroad }))).toMatchObject({ result: 'refused' });
    expect(provider.requests).toEqual([]);
    const listed = open({ ...env, SMS_GATEWAY_URL: provider.url, SMS_COUNTRIES: 'KH, LA' }).sms!;
    expect(listed.reaches?.(abroad)).toBe(true);
    expect(await listed.send(letter({ to: abroad }))).toMatchObject({ result: 'accepted' });
    await provider.stop();
  });

  test('S6: silence is unknown, unless the provider takes a repetition for what it is; nobody there is unavailable', async () => {
    const provider = await startProvider(() => undefined);
    const hasty = { ...env, SMS_GATEWAY_URL: provider.url, SMS_GATEWAY_TIMEOUT_SECONDS: '0.3' };
    const unsure = open(hasty).sms!;
    expect(await unsure.send(letter())).toMatchObject({ result: 'unknown' });
    const sure = open({ ...hasty, SMS_GATEWAY_IDEMPOTENT: 'true' }).sms!;
    expect(await sure.send(letter())).toMatchObject({ result: 'unavailable' });
    await provider.stop();
    const nobody = open({ ...env, SMS_GATEWAY_URL: `http://127.0.0.1:${String(await freePort())}` }).sms!;
    expect(await nobody.send(letter())).toEqual({ result: 'unavailable', detail: 'ECONNREFUSED' });
  });
});

test('Zalo: however many wait for a token, one renewal is under way, and its end is everybody’s', async () => {
  const held: ServerResponse[] = [];
  const provider = await startProvider((_request, response) => held.push(response));
  const { zalo } = messagesConfig({
    ZALO_APP_ID: 'app',
    ZALO_APP_SECRET: 'app secret',
    ZALO_REFRESH_TOKEN: 'first',
    ZALO_TEMPLATE_ID: '1000',
    ZALO_OAUTH_URL: provider.url,
  });
  const two = openDatabase(testDatabase.url, { max: 2 });
  const tokens = createZaloTokens(two.db, keyring, zalo!);
  const waiting = Promise.all(Array.from({ length: 12 }, () => tokens.access()));
  await eventually(
    () => Promise.resolve(held.length),
    (asked) => asked > 0
  );
  // One connection is left for everything else.
  await two.db.execute(sql`select 1`);
  held[0]!.writeHead(503).end();
  expect(new Set(await waiting)).toEqual(new Set([null]));
  expect(provider.requests).toHaveLength(1);

  const later = tokens.access();
  await eventually(
    () => Promise.resolve(held.length),
    (asked) => asked > 1
  );
  answerJson(held[1]!, { access_token: 'access', refresh_token: 'refresh', expires_in: '90000' });
  expect(await later).toBe('access');
  await two.db.delete(providerTokens);
  await two.close();
  await provider.stop();
});

test('Zalo: a token is renewed once, kept encrypted, and renewed again where it is refused', async () => {
  let refreshes = 0;
  const provider = await startProvider(({ path, headers, body }, response) => {
    if (path === '/v4/oa/access_token') {
      refreshes++;
      expect(new URLSearchParams(body).get('refresh_token')).toBe(refreshes === 1 ? 'first' : 'refresh-1');
      answerJson(response, {
        access_token: `access-${String(refreshes)}`,
        refresh_token: `refresh-${String(refreshes)}`,
        expires_in: '90000',
      });
    } else if (headers['access_token'] !== 'access-2') answerJson(response, { error: -124, message: 'invalid token' });
    else if (body.includes('84900000001')) answerJson(response, { error: -118, message: 'no account' });
    else answerJson(response, { error: 0, message: 'Success', data: { msg_id: 'z1', sent_time: '1' } });
  });
  const { zalo } = open({
    ZALO_APP_ID: 'app',
    ZALO_APP_SECRET: 'app secret',
    ZALO_REFRESH_TOKEN: 'first',
    ZALO_TEMPLATES: 'received:1001, published:1002',
    ZALO_API_URL: provider.url,
    ZALO_OAUTH_URL: provider.url,
  });
  expect(await zalo!.send(letter())).toEqual({ result: 'accepted', detail: '0', providerId: 'z1' });
  expect(await zalo!.send(letter({ to: '0900000001' }))).toEqual({ result: 'refused', detail: '-118' });
  expect(await zalo!.send(letter({ notice: 'published' }))).toMatchObject({ result: 'accepted' });
  expect(await zalo!.send(letter({ notice: 'progress' }))).toEqual({ result: 'refused', detail: 'no template' });
  expect((['received', 'published', 'progress'] as const).map((notice) => zalo!.carries?.(notice))).toEqual([
    true,
    true,
    false,
  ]);
  const sent = provider.requests.filter(({ path }) => path === '/message/template');
  expect(sent.map(({ body }) => (JSON.parse(body) as { template_id: string }).template_id)).toEqual([
    '1001',
    '1001',
    '1001',
    '1002',
  ]);
  expect(refreshes).toBe(2);
  const [row] = await database.db.select().from(providerTokens).where(eq(providerTokens.provider, 'zalo'));
  expect(Buffer.from(row!.sealed, 'base64').toString('latin1')).not.toContain('refresh');
  await provider.stop();
});
