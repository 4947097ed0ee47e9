import { peopleOf, published, submitted, type People } from '../api/support/people';
import { eventually } from '../support/eventually';
import { startReceiver, type Receiver } from '../support/receiver';
import { startService, type Service } from '../support/service';

let service: Service;
let people: People;
let portal: Receiver;

beforeAll(async () => {
  const env = {
    WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
    WEBHOOK_TIMEOUT_SECONDS: '1',
    WEBHOOK_RETRY_SECONDS: '0.05,0.05,0.05,0.05,0.05,0.05',
  };
  [service, portal] = await Promise.all([startService({ env }), startReceiver()]);
  people = await peopleOf(service);
}, 120_000);

afterAll(async () => {
  await service.stop();
  await portal.stop();
});

interface Item {
  readonly reference: string;
  readonly version: number;
  readonly state: string;
}

const itemsOf = (body: string) => (JSON.parse(body) as { items: Item[] }).items;

/** Says of each item what the test says of it. */
const said = (body: string, result: (item: Item) => object) => ({
  body: JSON.stringify({
    results: itemsOf(body).map((item) => ({ reference: item.reference, version: item.version, ...result(item) })),
  }),
});

test('R1.6: the National Portal acknowledges item by item; broken, wrong and missing answers are asked again', async () => {
  const url = portal.url;
  const { body } = await people.admin.post('/v1/webhooks', { name: 'Cổng quốc gia', url, mapping: 'national_portal' });
  const id = body.id as string;
  portal.behave(({ body: sent }) => {
    const answers = ['silence', { status: 500 }, { body: 'no JSON' }, { body: '{"results":[]}' }] as const;
    return answers[portal.received.length - 1] ?? said(sent, () => ({ result: 'accepted' }));
  });
  const code = await submitted(people.citizen);
  const settled = (status: string, count: number) =>
    eventually(
      async () => (await people.admin.get(`/v1/webhooks/${id}/deliveries?status=${status}`)).body.items as object[],
      (items) => items.length >= count
    );
  expect(await settled('accepted', 1)).toMatchObject([{ type: 'case.received', attempts: 5 }]);
  expect(new Set(portal.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(portal.received.map(({ path }) => path)[0]).toBe('/petitions');
  expect(itemsOf(portal.received[0]!.body)).toMatchObject([{ reference: code, version: 1, state: 'RECEIVED' }]);
  expect(portal.received[0]!.body).not.toContain('nguoigui');

  portal.behave(({ body: sent }) =>
    said(sent, ({ state }) => (state === 'ANSWERED' ? { result: 'refused', reason: 'Trùng.' } : { result: 'accepted' }))
  );
  await published(people);
  expect(await settled('refused', 1)).toMatchObject([{ type: 'case.published', detail: 'Trùng.' }]);
});
