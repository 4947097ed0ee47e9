import postgres from 'postgres';
import { eventually } from '../support/eventually';
import { waitingFor } from '../support/locks';
import { startService, type Service } from '../support/service';
import { act, idOf, inHandling, peopleOf, submitted, typesOf, type People } from './support/people';

let service: Service;
let people: People;

beforeAll(async () => {
  service = await startService();
  people = await peopleOf(service);
});

afterAll(() => service.stop());

interface Result {
  code: string;
  status: number;
  problem: { type: string } | null;
}

const inBulk = async (by: People[keyof People], body: object, key?: string) => {
  const headers = key === undefined ? {} : { 'idempotency-key': key };
  return ((await by.post('/v1/cases/bulk', body, headers)).body as { items: Result[] }).items;
};

/** How many problems of each type operators have been told of. */
async function problems(): Promise<Record<string, number>> {
  const metrics = (await service.stranger.get('/metrics')).body as string;
  const counts = metrics.matchAll(/^pakn_problems_total\{type="(.+)"\} (\d+)$/gm);
  return Object.fromEntries([...counts].map(([, type, count]) => [type!, Number(count)] as const));
}

const several = (count: number) => Promise.all(Array.from({ length: count }, () => submitted(people.citizen)));

describe('R10.1: one act for many cases', () => {
  test('each takes or refuses it for itself, and the key makes it happen once', async () => {
    const { reception, head, officer } = people;
    const [one, other, rejected] = (await several(3)) as [string, string, string];
    await act(reception, rejected, 'reject', { reason: 'outside_scope', explanation: 'Không thuộc phạm vi.' });
    const nobody = 'PAKN-2601-AAAA-BBBB-CCCC';
    const forward = { action: 'forward', cases: [one, rejected, nobody, other], input: { lead: 'justice' } };
    const key = crypto.randomUUID();
    const before = await problems();
    const first = await inBulk(reception, forward, key);
    expect(first).toMatchObject([
      { code: one, status: 200, problem: null },
      { code: rejected, status: 409, problem: { type: 'not-from-this-status' } },
      { code: nobody, status: 404, problem: { type: 'no-such-case' } },
      { code: other, status: 200, problem: null },
    ]);
    // Within an answer that is 200 as a whole, operators would see them nowhere else.
    const after = await problems();
    expect(after['not-from-this-status']! - before['not-from-this-status']!).toBe(1);
    expect(after['no-answer']).toBe(before['no-answer']);
    const again = await inBulk(reception, forward, key);
    expect(again.map(({ status }) => status)).toEqual(first.map(({ status }) => status));
    expect(await typesOf(people.reception, one)).toEqual(['submit', 'forward']);

    const assign = { action: 'assign', cases: [one, other], input: { officer: await idOf(officer) } };
    expect((await inBulk(people.otherHead, assign)).map(({ status }) => status)).toEqual([403, 403]);
    expect((await inBulk(head, assign)).map(({ status }) => status)).toEqual([200, 200]);
    expect((await inBulk(reception, { action: 'urge', cases: [one, other], input: {} })).map((r) => r.status)).toEqual([
      200, 200,
    ]);
  });

  test('what was done is told again, also where the case is no longer one’s own', async () => {
    const { reception, head, officer } = people;
    const [code] = (await several(1)) as [string];
    await act(reception, code, 'forward', { lead: 'justice' });
    const assign = { action: 'assign', cases: [code], input: { officer: await idOf(officer) } };
    const key = crypto.randomUUID();
    expect(await inBulk(head, assign, key)).toMatchObject([{ code, status: 200 }]);
    await act(head, code, 'decline', { reason: 'Không thuộc thẩm quyền.' });
    expect(await inBulk(head, assign)).toMatchObject([{ code, status: 403 }]);
    expect(await inBulk(head, assign, key)).toMatchObject([{ code, status: 200 }]);
    expect(await typesOf(reception, code)).toEqual(['submit', 'forward', 'assign', 'decline']);
  });

  test('what did not take effect is done when it is sent again, and another request under the key is refused', async () => {
    const { reception } = people;
    const [principal, first, second] = [await submitted(people.citizen), ...(await several(2))] as [
      string,
      string,
      string,
    ];
    const key = crypto.randomUUID();
    const link = { action: 'link', cases: [first], input: { kind: 'duplicate', to: principal } };
    await inBulk(reception, link, key);
    const both = { ...link, cases: [first, second] };
    expect((await inBulk(reception, both, key)).map(({ status }) => status)).toEqual([200, 200]);
    expect(await typesOf(people.reception, first)).toEqual(['submit', 'link']);
    const different = { ...both, input: { kind: 'follow_up', to: principal } };
    expect(await inBulk(reception, different, key)).toMatchObject([
      { problem: { type: 'idempotency-key-reused' } },
      { problem: { type: 'idempotency-key-reused' } },
    ]);
  });

  test.each<[string, object]>([
    ['/action', { action: 'publish', cases: ['PAKN-2601-AAAA-BBBB-CCCC'], input: {} }],
    ['/cases', { action: 'urge', cases: [], input: {} }],
    ['/cases', { action: 'urge', cases: ['PAKN-2601-AAAA-BBBB-CCCC', 'PAKN-2601-AAAA-BBBB-CCCC'], input: {} }],
    ['/cases', { action: 'urge', cases: Array.from({ length: 101 }, () => 'PAKN-2601-AAAA-BBBB-CCCC'), input: {} }],
    ['/input/text', { action: 'note', cases: ['PAKN-2601-AAAA-BBBB-CCCC'], input: {} }],
  ])('a fault at %s is named before anything is done', async (path, body) => {
    const answer = await people.reception.post('/v1/cases/bulk', body);
    expect(answer).toMatchObject({ status: 422 });
    expect((answer.body as { errors: { path: string }[] }).errors.map((fault) => fault.path)).toContain(path);
  });
});

interface Text {
  id: string;
  version: number;
  name: string;
  text: string;
}

const texts = async (by: People[keyof People], query = '') =>
  ((await by.get(`/v1/text-templates${query}`)).body as { items: Text[] }).items.map(({ name }) => name);

describe('R10.3: texts that a unit uses again', () => {
  test('the Office’s are offered to all, a unit’s to its own people, each for its act', async () => {
    const { reception, officer, head, otherOfficer } = people;
    const add = (by: typeof officer, name: string, action: string | null) =>
      by.post('/v1/text-templates', { name, action, text: 'Kính gửi {{submitterName}}.' });
    expect((await add(reception, 'Mẫu chung', null)).status).toBe(201);
    expect((await add(officer, 'Mẫu của Sở', 'answer')).status).toBe(201);
    expect(await texts(officer)).toEqual(['Mẫu chung', 'Mẫu của Sở']);
    expect(await texts(head, '?action=requestInfo')).toEqual(['Mẫu chung']);
    expect(await texts(otherOfficer)).toEqual(['Mẫu chung']);
    expect((await people.citizen.get('/v1/text-templates')).status).toBe(403);
  });

  test('a change is a version, an end keeps them, and another unit can do neither', async () => {
    const { officer, head, otherHead } = people;
    const first = (await officer.post('/v1/text-templates', { name: 'Đang xác minh', text: 'Một.' })).body as Text;
    const path = `/v1/text-templates/${first.id}`;
    const put = (by: typeof officer, text: string) => by.put(path, { name: 'Đang xác minh', text });
    expect((await put(otherHead, 'Của tôi.')).status).toBe(404);
    expect((await put(head, 'Hai.')).body).toMatchObject({ id: first.id, version: 2, text: 'Hai.' });
    expect((await officer.send('DELETE', path)).status).toBe(204);
    expect(await texts(officer)).not.toContain('Đang xác minh');
    expect((await put(officer, 'Ba.')).status).toBe(404);
    expect((await officer.get(`${path}/versions`)).body).toMatchObject({
      items: [
        { version: 3, ended: true },
        { version: 2, text: 'Hai.' },
        { version: 1, text: 'Một.' },
      ],
    });
  });

  test('of two who change it at once the second is told so, and takes nothing back', async () => {
    const { officer, head } = people;
    const { id } = (await officer.post('/v1/text-templates', { name: 'Giấy mời', text: 'Một.' })).body as Text;
    const sql = postgres(service.databaseUrl, { max: 1 });
    const second = await sql.begin(async (first) => {
      await first`
        insert into text_templates select (jsonb_populate_record(latest, '{"version": 2, "text": "Hai."}')).*
        from text_templates as latest where id = ${id}`;
      const answer = head.put(`/v1/text-templates/${id}`, { name: 'Giấy mời', text: 'Ba.' });
      await eventually(() => waitingFor(first), Boolean);
      return { answer };
    });
    await sql.end();
    expect(await second.answer).toMatchObject({ status: 409, body: { type: 'template-changed' } });
    expect((await officer.get(`/v1/text-templates/${id}/versions`)).body.items).toMatchObject([
      { version: 2, text: 'Hai.' },
      { version: 1, text: 'Một.' },
    ]);
  });

  test('it takes from the case what it names, as it stands, and names nothing else', async () => {
    const { officer, otherOfficer } = people;
    const code = await inHandling(people);
    const text = 'Kính gửi {{submitterName}}: phản ánh {{code}} được {{leadAgency}} xử lý, hạn {{answerBy}}.';
    const { id } = (await officer.post('/v1/text-templates', { name: 'Thư', text })).body as Text;
    const filled = await officer.get(`/v1/text-templates/${id}/filled?case=${code}`);
    expect((filled.body as { text: string }).text).toMatch(
      new RegExp(`^Kính gửi Người gửi: phản ánh ${code} được .+ xử lý, hạn \\d\\d/\\d\\d/\\d{4}\\.$`)
    );
    expect((await otherOfficer.get(`/v1/text-templates/${id}/filled?case=${code}`)).status).toBe(404);
    for (const wrong of ['{{password}}', '{{#code}}x{{/code}}', '{{code', '{{{title}}}'])
      expect((await officer.post('/v1/text-templates', { name: 'Sai', text: wrong })).body).toMatchObject({
        errors: [{ path: '/text' }],
      });
  });
});
