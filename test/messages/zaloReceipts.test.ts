import { createHash } from 'node:crypto';
import { act, peopleOf, submitted, type People } from '../api/support/people';
import { eventually } from '../support/eventually';
import { answerJson, startProvider, type Provider } from '../support/messaging';
import { startService, type Service } from '../support/service';

const SECRET = 'the secret of the official account';

let zalo: Provider;
let service: Service;
let people: People;

beforeAll(async () => {
  zalo = await startProvider(({ path, body }, response) => {
    if (path !== '/message/template')
      answerJson(response, { access_token: 'access', refresh_token: 'next', expires_in: '90000' });
    else {
      const { tracking_id: own } = JSON.parse(body) as { tracking_id: string };
      answerJson(response, { error: 0, data: { msg_id: `zalo-${own}` } });
    }
  });
  service = await startService({
    startsAt: '2026-10-05T09:00:00.000+07:00',
    env: {
      ZALO_APP_ID: 'app',
      ZALO_APP_SECRET: 'app secret',
      ZALO_REFRESH_TOKEN: 'first',
      ZALO_TEMPLATE_ID: '1000',
      ZALO_OA_SECRET: SECRET,
      ZALO_API_URL: zalo.url,
      ZALO_OAUTH_URL: zalo.url,
    },
  });
  people = await peopleOf(service);
});

afterAll(async () => {
  await service.stop();
  await zalo.stop();
});

const messageTo = (phone: string) =>
  zalo.requests
    .filter(({ path }) => path === '/message/template')
    .map(({ body }) => JSON.parse(body) as { phone: string; tracking_id: string; template_data: { code: string } })
    .find((message) => message.phone === phone);

/** How the receipt of somebody who came by Zalo and left their number stands. */
const attemptsOf = async (code: string) => {
  const { items } = (await people.reception.get(`/v1/cases/${code}/notices`)).body as {
    items: { template: string; attempts: { channel: string; result: string }[] }[];
  };
  const [received] = items.filter(({ template }) => template === 'received');
  return received?.attempts.map(({ channel, result }) => `${channel} ${result}`) ?? [];
};

const settled = (code: string, result: string) =>
  eventually(
    () => attemptsOf(code),
    (attempts) => attempts.join() === `zalo ${result}`
  );

/** A message to somebody who wrote by Zalo, once it is on its way. */
async function told(phone: string) {
  const code = await submitted(people.reception, {
    channel: 'zalo',
    submitter: { name: 'Người gửi', address: 'Phường Trung tâm', phone, email: null },
  });
  await settled(code, 'accepted');
  return { code, message: messageTo(`84${phone.slice(1)}`)! };
}

interface Signed {
  readonly name?: string;
  readonly app?: string;
  readonly at?: number;
}

const eventOf = (message: object, { name = 'user_received_message', app = 'app', at = Date.now() }: Signed = {}) =>
  JSON.stringify({ event_name: name, app_id: app, timestamp: String(at), message });

/** Signs an event for the application that it names. */
function macOf(body: string, secret = SECRET) {
  const { app_id: app, timestamp } = JSON.parse(body) as { app_id: string; timestamp: string };
  return createHash('sha256').update(`${app}${body}${timestamp}${secret}`).digest('hex');
}

const bring = (body: string, mac: string | null = macOf(body)) =>
  service.stranger.send('POST', '/v1/message-receipts/zalo', body, {
    'content-type': 'application/json',
    ...(mac === null ? {} : { 'x-zevent-signature': `mac=${mac}` }),
  });

test('S5: who came by Zalo is told by Zalo, at the number that they left', async () => {
  const { code, message } = await told('0905000001');
  expect(message).toMatchObject({ phone: '84905000001', template_data: { code } });
});

test('S6: a receipt that Zalo signed settles its message, by our name of it or its own, and however often it comes', async () => {
  const byOurs = await told('0905000002');
  const ours = eventOf({ msg_id: 'another name', tracking_id: byOurs.message.tracking_id });
  expect(await bring(ours)).toMatchObject({ status: 200, body: { taken: true } });
  expect(await bring(ours)).toMatchObject({ status: 200, body: { taken: true } });
  await settled(byOurs.code, 'delivered');

  const byTheirs = await told('0905000003');
  expect((await bring(eventOf({ msg_id: `zalo-${byTheirs.message.tracking_id}` }))).body).toEqual({ taken: true });
  await settled(byTheirs.code, 'delivered');
});

test('S6: a signature that is missing, wrong or of another account settles nothing', async () => {
  const { code, message } = await told('0905000004');
  const event = eventOf({ msg_id: 'm', tracking_id: message.tracking_id });
  const refused = { status: 401, body: { type: 'not-signed-in' } };
  expect(await bring(event, null)).toMatchObject(refused);
  expect(await bring(event, macOf(event, 'the secret of another account'))).toMatchObject(refused);
  expect(await bring(event, macOf(eventOf({ msg_id: 'other' })))).toMatchObject(refused);
  expect(await attemptsOf(code)).toEqual(['zalo accepted']);
});

test.each<[string, string, Signed]>([
  ['an hour ago', '0905000006', { at: Date.now() - 3_600_000 }],
  ['for an hour to come', '0905000007', { at: Date.now() + 3_600_000 }],
  ['for another application', '0905000008', { app: 'another application' }],
])('S6: an event that Zalo signed %s settles nothing', async (_, phone, signed) => {
  const { code, message } = await told(phone);
  const event = eventOf({ msg_id: 'm', tracking_id: message.tracking_id }, signed);
  expect(await bring(event)).toMatchObject({ status: 401, body: { type: 'not-signed-in' } });
  expect(await attemptsOf(code)).toEqual(['zalo accepted']);
});

test('what else Zalo tells, and what it tells of messages of others, is taken for nothing', async () => {
  const { code, message } = await told('0905000005');
  const own = { msg_id: 'm', tracking_id: message.tracking_id };
  expect(await bring(eventOf(own, { name: 'user_seen_message' }))).toMatchObject({
    status: 200,
    body: { taken: false },
  });
  expect(await bring(eventOf({ msg_id: 'of somebody else' }))).toMatchObject({ status: 200, body: { taken: false } });
  expect(await attemptsOf(code)).toEqual(['zalo accepted']);
  await act(people.reception, code, 'reject', { reason: 'outside_scope', explanation: 'Không thuộc phạm vi.' });
});
