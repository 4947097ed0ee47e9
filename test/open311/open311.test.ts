import { act, idOf, LEAD, peopleOf, published, submitted, type People } from '../api/support/people';
import { startService, type Service } from '../support/service';
import { publicClients, type Call } from './support/clients';

let service: Service;
let people: People;
let call: Call;

beforeAll(async () => {
  service = await startService();
  people = await peopleOf(service);
  call = await publicClients(`${service.address}/open311/v2`);
});

afterAll(() => service.stop());

const BASE = '/open311/v2';

const petition = {
  service_code: 'procedure_not_posted',
  description: 'Thủ tục cấp đổi giấy phép chưa được niêm yết tại nơi tiếp nhận hồ sơ.',
  address_string: 'Số 1, Phường Trung tâm',
  lat: '14.35',
  long: '108',
  first_name: 'Mẫu',
  last_name: 'Người gửi',
  phone: '0900 000 000',
  email: 'nguoigui@example.vn',
};

const filed = (form: Record<string, string>, format = 'json') =>
  service.stranger.send('POST', `${BASE}/requests.${format}`, new URLSearchParams(form).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });

interface Seen {
  readonly service_request_id: string;
  readonly status: string;
}

describe('R1.6: unmodified public clients of Open311', () => {
  test('one finds the services, files a request and follows it to its published answer', async () => {
    const { long, ...fields } = petition;
    const [taken] = (await call('civicbot', 'create_request', {
      ...fields,
      lat: Number(petition.lat),
      lng: Number(long),
      attributes: { contact_address: 'Số 2, Phường Trung tâm' },
      api_key: service.apiKey,
      validate_remote: true,
      dry_run: false,
      confirm: 'SEND',
    })) as [{ service_request_id: string; service_notice: string }];
    expect(taken.service_notice).toMatch(/Hạn trả lời: \d\d\/\d\d\/\d{4}/);
    const code = taken.service_request_id;

    const aCase = (await people.reception.get(`/v1/cases/${code}`)).body;
    expect(aCase).toMatchObject({
      channel: 'portal',
      category: petition.service_code,
      title: petition.description,
      submitter: { name: 'Người gửi Mẫu', address: 'Số 2, Phường Trung tâm', email: petition.email },
    });
    expect(aCase.content).toBe(`${petition.description}\nĐịa điểm: ${petition.address_string}\nToạ độ: 14.35, 108`);

    expect(await call('civicbot', 'get_token', { token: code })).toEqual([{ service_request_id: code, token: code }]);
    const open = await call('civicbot', 'get_request', { service_request_id: code });
    expect(open).toMatchObject({ status: 'open', status_notes: 'Mới nhận', description: null });
    expect(JSON.stringify(open)).not.toContain('Người gửi');

    await act(people.reception, code, 'forward', { lead: LEAD });
    await act(people.head, code, 'assign', { officer: await idOf(people.officer) });
    await act(people.head, code, 'answer', { text: 'Đã niêm yết.' });
    await act(people.reception, code, 'publish', { forms: ['portal'], text: 'Đã niêm yết.' });
    const closed = await call('civicbot', 'get_request', { service_request_id: code });
    expect(closed).toMatchObject({ status: 'closed', status_notes: 'Đã niêm yết.', service_request_id: code });

    const listed = (await call('civicbot', 'list_requests', { status: 'closed' })) as Seen[];
    expect(listed.map(({ status }) => status)).toEqual(['closed']);
    expect(JSON.stringify(listed)).not.toContain(code);
  });

  test('what lacks a detail is refused, by the fields of the form', async () => {
    const { lat: _, long: __, email: ___, ...given } = petition;
    const refused = await call('civicbot', 'create_request', {
      ...given,
      api_key: service.apiKey,
      dry_run: false,
      confirm: 'SEND',
    });
    expect(refused).toMatchObject({ status: 400 });
    expect(JSON.parse((refused as { body: string }).body)).toEqual([
      { code: 400, description: expect.stringMatching(/^email: .*R4/) },
    ]);
  });

  test.each(['georeport-json', 'georeport-xml'] as const)(
    '%s reads services, definitions and requests',
    async (client) => {
      await published(people);
      await published(people);
      const services = (await call(client, 'get_service_list')) as { service_code: string }[];
      expect(services.map(({ service_code: code }) => code)).toContain(petition.service_code);
      const definition = await call(client, 'get_service_definition', { service_code: petition.service_code });
      expect(definition).toMatchObject({ service_code: petition.service_code });
      expect(JSON.stringify(definition)).toContain('contact_address');
      const requests = (await call(client, 'get_service_requests', { status: 'closed' })) as Seen[];
      expect(requests.length).toBeGreaterThan(1);
      const [{ service_request_id: number }] = requests as [Seen];
      expect(number).toMatch(/^\d{4}-\d{6}$/);
      expect(await call(client, 'get_service_request', { service_request_id: number })).toMatchObject({
        service_request_id: number,
        status: 'closed',
        agency_responsible: expect.any(String),
      });
    }
  );
});

test('R9.1: the public reads published texts under their numbers, neither codes nor what was submitted', async () => {
  const code = await published(people);
  const { number } = (await people.reception.get(`/v1/cases/${code}`)).body.published;
  const { body } = await service.stranger.get(`${BASE}/requests.json`);
  expect((body as Seen[]).map(({ service_request_id: id }) => id)).toContain(number);
  for (const secret of [code, 'Người gửi', '0900', 'nguoigui', 'cấp đổi giấy phép'])
    expect(JSON.stringify(body)).not.toContain(secret);

  const ids = await service.stranger.get(`${BASE}/requests.json?service_request_id=${number},2000-000001`);
  expect((ids.body as Seen[]).map(({ service_request_id: id }) => id)).toEqual([number]);
  const query = (text: string) => service.stranger.get(`${BASE}/requests.json?${text}`);
  expect((await query('status=open')).body).toEqual([]);
  expect((await query('service_code=other')).body).toEqual([]);
  expect((await query('end_date=2020-01-01T00:00:00Z')).body).toEqual([]);
  expect((await query('page_size=1')).body).toHaveLength(1);
  const long = await query('start_date=2026-01-01T00:00:00Z&end_date=2026-12-01T00:00:00Z');
  expect(long).toMatchObject({
    status: 400,
    body: [{ code: 400, description: expect.stringMatching(/^end_date: .*90/) }],
  });

  await act(people.reception, code, 'unpublish', { reason: 'Còn thông tin cá nhân.' });
  expect((await service.stranger.get(`${BASE}/requests/${number}.json`)).status).toBe(410);
  expect(JSON.stringify((await query('')).body)).not.toContain(number);
});

test('R1.6: a key shows what its owner has sent and nothing else; the same reference is one request', async () => {
  const ofSomebody = await submitted(people.citizen);
  const form = { ...petition, api_key: service.apiKey, 'attribute[reference]': 'O311-1' };
  const first = await filed(form);
  const again = await filed(form);
  expect([first.status, again.status]).toEqual([201, 200]);
  const [{ service_request_id: code }] = first.body as [Seen];
  expect(again.body).toEqual(first.body);
  expect((await filed({ ...form, description: 'Nội dung khác.' })).status).toBe(409);

  const mine = await service.stranger.get(`${BASE}/requests.json?status=open&api_key=${service.apiKey}`);
  expect((mine.body as Seen[]).filter(({ service_request_id: id }) => id === code)).toMatchObject([{ status: 'open' }]);
  expect(JSON.stringify(mine.body)).not.toContain(ofSomebody);
  expect(mine.headers.get('cache-control')).toBe('no-store');
  const byHeader = await service.machine().get(`${BASE}/requests.json?status=open`);
  expect(byHeader.body).toEqual(mine.body);
});

test('GeoReport: refusals come as the standard has them, in the form of the address', async () => {
  expect(await filed(petition)).toMatchObject({ status: 403, body: [{ code: 403 }] });
  expect(await filed({ ...petition, api_key: 'pakn_none' })).toMatchObject({ status: 403 });
  const unknown = await filed({ ...petition, api_key: service.apiKey, service_code: 'pothole' }, 'xml');
  expect(unknown.status).toBe(404);
  expect(unknown.headers.get('content-type')).toBe('text/xml; charset=utf-8');
  expect(unknown.body).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><errors><error><code>404</code><description>There is no service_code pothole.</description></error></errors>'
  );
  const wrong = await filed({ api_key: service.apiKey, lat: '999', long: '108', media_url: 'x' });
  expect((wrong.body as { description: string }[]).map(({ description }) => description.split(':')[0])).toEqual([
    'service_code',
    'lat',
    'media_url',
  ]);
  const json = await service.stranger.send('POST', `${BASE}/requests.json`, '{}', {
    'content-type': 'application/json',
  });
  expect(json.status).toBe(415);
  for (const path of ['services/pothole.json', 'requests/2000-000001.json', 'tokens/none.json', 'services.csv'])
    expect((await service.stranger.get(`${BASE}/${path}`)).status).toBe(404);
  const discovery = (await service.stranger.get(`${BASE}/discovery.json`)).body;
  expect(discovery.endpoints[0].url).toBe(`${service.address}${BASE}`);
  expect((await service.stranger.get(`${BASE}/discovery.xml`)).body).toContain('<endpoints><endpoint><specification>');
});
