import { eventually } from '../support/eventually';
import { at } from '../support/law';
import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';
import { act, idOf } from './support/people';

const document = '12/QĐ-UBND';
const petition = {
  channel: 'portal',
  category: 'practice_differs',
  title: 'Yêu cầu thêm giấy tờ',
  content: 'Thủ tục công bố không có yêu cầu này.',
  submitter: { name: 'Người gửi mẫu', address: 'Phường Trung tâm', phone: '0900 000 000', email: 'gui@example.vn' },
};

let service: Service;
let admin: Visitor;
let citizen: Visitor;
let reception: Visitor;

beforeAll(async () => {
  service = await startService({
    agencies: ['office', 'justice', 'construction', 'environment', 'finance', 'health', 'commune-hill'],
    startsAt: at('2026-12-01 08:00'),
  });
  admin = await service.as('admin');
  citizen = await service.as('citizen');
  reception = await service.as('reception');
});
afterAll(() => service.stop());

async function forwardedTo(lead: string, coordinating: string[] = []): Promise<string> {
  const { body } = await citizen.post('/v1/cases', petition);
  const code = (body as { code: string }).code;
  expect((await reception.post(`/v1/cases/${code}/accept`)).status).toBe(200);
  expect((await reception.post(`/v1/cases/${code}/forward`, { lead, coordinating })).status).toBe(200);
  return code;
}

const eventsOf = async (code: string) =>
  (await reception.get(`/v1/cases/${code}/events`)).body.items as { type: string }[];
const passedOn = async (code: string) =>
  eventually(
    () => eventsOf(code),
    (events) => events.some(({ type }) => type === 'agencyChanged')
  );

test('S8 The organisation changes under the case', async () => {
  const head = await service.as('lead.construction');
  const officer = await service.as('officer.construction');
  const code = await forwardedTo('construction');
  await head.post(`/v1/cases/${code}/assign`, { officer: await idOf(officer) });
  await officer.post(`/v1/cases/${code}/reportProgress`, { text: 'Đang kiểm tra.' });
  const before = (await reception.get(`/v1/cases/${code}`)).body;

  const merger = { kind: 'merge', from: ['construction'], to: 'finance', effectiveOn: '2026-12-01', document };
  expect(await admin.post('/v1/agencies/changes/preview', merger)).toMatchObject({
    status: 200,
    body: {
      units: [{ agency: 'construction', ends: true, openCases: 1, people: 2 }],
      successor: 'finance',
      people: 'move',
    },
  });
  expect((await admin.post('/v1/agencies/changes/preview', { ...merger, to: 'nobody' })).status).toBe(422);
  expect((await reception.post('/v1/agencies/changes/preview', merger)).status).toBe(403);
  expect((await admin.get('/v1/agencies/changes')).body.items).toEqual([]);

  const renamed = await admin.post('/v1/agencies/changes', {
    kind: 'rename',
    from: 'finance',
    name: 'Sở Tài chính và Xây dựng',
    nameEn: 'Department of Finance and Construction',
    effectiveOn: '2026-12-02',
    document,
  });
  expect(renamed.body).toMatchObject({ state: 'scheduled', successor: null });
  const merged = await admin.post('/v1/agencies/changes', merger);
  expect(merged).toMatchObject({
    status: 201,
    body: { state: 'underWay', from: ['construction'], agencies: { construction: { name: 'Sở Xây dựng' } } },
  });
  const events = await passedOn(code);

  // The case moves with clock and history, and the trail still says that A acted.
  const after = (await reception.get(`/v1/cases/${code}`)).body;
  expect(after).toMatchObject({ leadAgency: 'finance', officer: null, status: 'processing' });
  expect(after.deadlines).toEqual(before.deadlines);
  expect(events.filter(({ type }) => type === 'agencyChanged')).toMatchObject([
    { by: { role: 'service' }, data: { from: 'construction', to: { agency: 'finance' }, document } },
  ]);
  expect(events.find(({ type }) => type === 'reportProgress')).toMatchObject({
    by: { agency: 'construction' },
    agencies: { construction: { name: 'Sở Xây dựng' } },
  });

  // The stale form of A's officer, who is one of B's people now, gets the current state; so does A's head.
  const stale = await officer.post(`/v1/cases/${code}/propose`, { text: 'Trả lời còn dở.' });
  expect(stale).toMatchObject({ status: 409, body: { type: 'not-assigned', caseStatus: 'processing' } });
  expect((await head.post(`/v1/cases/${code}/answer`, { text: 'Trả lời.' })).status).toBe(403);

  // B's people act at once.
  const newHead = await service.as('lead.finance');
  const inbox = (await newHead.get('/v1/cases?agency=finance')).body.items as { code: string }[];
  expect(inbox.map((listed) => listed.code)).toContain(code);
  const notices = (await newHead.get(`/v1/cases/${code}/notices`)).body.items as Record<string, unknown>[];
  expect(notices.filter(({ template }) => template === 'case_inherited')).toMatchObject([
    { recipientKind: 'submitter' },
    { recipient: 'finance' },
  ]);
  const assigned = await newHead.post(`/v1/cases/${code}/assign`, { officer: await idOf(officer) });
  expect(assigned).toMatchObject({ status: 200, body: { status: 'processing' } });
  expect((await officer.post(`/v1/cases/${code}/propose`, { text: 'Trả lời.' })).status).toBe(200);

  // The old unit is gone from today on, and was there until yesterday, under its name.
  const on = async (day: string) =>
    ((await service.stranger.get(`/v1/agencies?on=${day}`)).body.items as { id: string; name: string }[]).map(
      ({ id, name }) => `${id} ${name}`
    );
  expect(await on('2026-11-30')).toContain('construction Sở Xây dựng');
  expect((await on('2026-12-01')).some((unit) => unit.startsWith('construction'))).toBe(false);
  expect(await on('2026-12-01')).toContain('finance Sở Tài chính');
  expect(await on('2026-12-02')).toContain('finance Sở Tài chính và Xây dựng');
  const refused = await reception.post(`/v1/cases/${await forwardedTo('justice')}/forward`, {
    lead: 'construction',
    coordinating: [],
  });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: '/lead' }] } });

  const acts = (await admin.get('/v1/admin/events?subject=agency/construction')).body.items as { act: string }[];
  expect(acts.map(({ act }) => act)).toEqual(['accounts.move', 'agency.merge']);
});

test('S8: the Office takes the open cases of a dissolved agency; its people act no more, its answers keep its name', async () => {
  const head = await service.as('lead.health');
  const answered = await forwardedTo('health');
  await act(head, answered, 'assign', { officer: await idOf(await service.as('officer.health')) });
  await act(head, answered, 'answer', { text: 'Đã bỏ yêu cầu này.' });
  const { published } = await act(reception, answered, 'publish', { forms: ['portal'], text: 'Đã bỏ yêu cầu này.' });
  const number = published.number as string;
  const withdrawn = await forwardedTo('health');
  await act(citizen, withdrawn, 'withdraw', { reason: 'Đã được giải quyết.' });
  const code = await forwardedTo('health');
  const formerHead = await idOf(head);
  const { url } = (await admin.post(`/v1/accounts/${formerHead}/password-link`)).body as { url: string };
  await admin.post('/v1/agencies/changes', { kind: 'dissolve', from: 'health', effectiveOn: '2026-12-01', document });
  await passedOn(code);
  expect((await head.get('/v1/auth/me')).status).toBe(401);
  const token = new URL(url).hash.replace('#token=', '');
  const reset = { token, password: 'a password of nobody' };
  expect((await service.stranger.post('/v1/auth/reset-password', reset)).status).toBe(422);
  const path = `/v1/accounts/${formerHead}`;
  expect(await admin.post(`${path}/enable`)).toMatchObject({ status: 404, body: { type: 'no-such-agency' } });
  expect((await admin.put(path, { name: 'Nguyên lãnh đạo' })).body).toMatchObject({ agency: 'health', disabled: true });
  expect((await admin.put(path, { role: 'agency_officer', agency: 'justice' })).status).toBe(200);
  expect((await admin.post(`${path}/enable`)).status).toBe(200);
  expect((await reception.get(`/v1/cases/${code}`)).body).toMatchObject({ leadAgency: 'office', waitsFor: 'office' });
  expect((await reception.post(`/v1/cases/${code}/forward`, { lead: 'justice', coordinating: [] })).status).toBe(200);

  const read = (path: string) => service.stranger.get(path);
  const named = { health: { name: 'Sở Y tế', nameEn: 'Department of Health' } };
  expect(await read(`/v1/public/cases/${number}`)).toMatchObject({ body: { agency: 'health', agencies: named } });
  expect(await read('/v1/public/cases?agency=health')).toMatchObject({ body: { items: [{ agencies: named }] } });
  expect((await read('/feed.atom')).body).toContain('<name>Sở Y tế</name>');
  expect(await read(`/open311/v2/requests/${number}.json`)).toMatchObject({
    body: [{ agency_responsible: 'Sở Y tế' }],
  });
  const categories = {
    practice_differs: { label: expect.any(String) as string, labelEn: expect.any(String) as string },
  };
  expect(await read('/v1/names')).toMatchObject({ body: { agencies: named, categories } });
  const { id } = (await reception.post('/v1/text-templates', { name: 'Thư', text: '{{leadAgency}}' })).body as {
    id: string;
  };
  expect(await reception.get(`/v1/text-templates/${id}/filled?case=${withdrawn}`)).toMatchObject({
    body: { text: 'Sở Y tế' },
  });
});

describe('R10.3, S8: after a merger', () => {
  let head: Visitor;
  let officer: Visitor;
  let delegation: { id: string };

  beforeAll(async () => {
    head = await service.as('lead.environment');
    officer = await service.as('officer.environment');
    const period = { from: '2026-12-01', through: '2026-12-20', reason: 'Nghỉ phép.' };
    const named = await head.post('/v1/delegations', { delegate: await idOf(officer), ...period });
    expect(named).toMatchObject({ status: 201, body: { inForce: true } });
    delegation = named.body as { id: string };
    const merger = { kind: 'merge', from: ['environment'], to: 'finance', effectiveOn: '2026-12-01', document };
    expect((await admin.post('/v1/agencies/changes', merger)).status).toBe(201);
    await eventually(
      () => head.get('/v1/auth/me'),
      ({ body }) => body.agency === 'finance'
    );
  });

  test('R10.3: nobody stands in for whoever was a head, not even when they become one again', async () => {
    const absent = await idOf(head);
    const ended = { inForce: false, endedBy: 'service', endedAt: expect.stringMatching(/^2026-12-01/) };
    expect((await officer.get('/v1/delegations')).body.items).toMatchObject([ended]);
    const subject = `delegation/${delegation.id}`;
    const record = (await admin.get(`/v1/admin/events?subject=${subject}`)).body.items as object[];
    expect(record).toMatchObject([{ act: 'delegation.end', by: 'service' }, { act: 'delegation.add' }]);

    const promoted = { role: 'agency_lead', agency: 'finance' };
    expect((await admin.put(`/v1/accounts/${absent}`, promoted)).status).toBe(200);
    expect(await officer.get('/v1/cases', { 'x-acting-for': absent })).toMatchObject({
      status: 403,
      body: { type: 'not-a-delegate' },
    });
  });

  test('R10.3: nobody is put into a unit that has ended, nor into one that never was', async () => {
    const path = `/v1/accounts/${await idOf(officer)}`;
    const newcomer = { email: 'moi@example.vn', name: 'Cán bộ mới', role: 'agency_officer' };
    for (const agency of ['environment', 'nowhere']) {
      const unknown = { status: 422, body: { errors: [{ path: '/agency', code: 'unknown' }] } };
      expect(await admin.put(path, { role: 'agency_lead', agency })).toMatchObject(unknown);
      expect(await admin.post('/v1/accounts', { ...newcomer, agency })).toMatchObject(unknown);
    }
    expect((await admin.get(path)).body).toMatchObject({ role: 'agency_officer', agency: 'finance' });
    expect((await admin.get('/v1/accounts?q=moi@example.vn')).body.accounts).toEqual([]);
    const renamed = await admin.put(path, { name: 'Cán bộ Tài chính' });
    expect(renamed).toMatchObject({
      status: 200,
      body: { name: 'Cán bộ Tài chính', role: 'agency_officer', agency: 'finance' },
    });
    expect(await admin.put(path, { agency: 'finance' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/agency', code: 'misfit' }] },
    });
  });
});

test('S8: whether answers need approval reaches open cases', async () => {
  const code = await forwardedTo('commune-hill');
  const officer = await service.as('officer.commune-hill');
  const head = await service.as('lead.commune-hill');
  await head.post(`/v1/cases/${code}/assign`, { officer: await idOf(officer) });
  const changed = await admin.patch('/v1/agencies/commune-hill', { needsApproval: true, document });
  expect(changed).toMatchObject({ status: 200, body: { needsApproval: true, name: 'Ủy ban nhân dân xã Đồi' } });
  await passedOn(code);
  const answer = await officer.post(`/v1/cases/${code}/answer`, { text: 'Trả lời.' });
  expect(answer).toMatchObject({ status: 403, body: { type: 'needs-approval' } });
});

test('a reform names every fault, and is for administrators', async () => {
  const reform = { kind: 'merge', from: ['nowhere', 'office'], to: 'nowhere', effectiveOn: '2026-10-01', document };
  const { status, body } = await admin.post('/v1/agencies/changes', reform);
  expect(status).toBe(422);
  expect((body.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`)).toEqual([
    '/effectiveOn tooFarBack',
    '/from/0 unknown',
    '/to unknown',
    '/to repeated',
    '/from/1 office',
  ]);
  expect((await admin.post('/v1/agencies/changes', { kind: 'merge' })).status).toBe(422);
  expect((await reception.post('/v1/agencies/changes', reform)).status).toBe(403);
  expect((await service.stranger.post('/v1/agencies/changes', reform)).status).toBe(401);
});

test('a new agency takes cases from its first day on; an earlier moment does not know it', async () => {
  const unit = { id: 'science', name: 'Sở Khoa học và Công nghệ', nameEn: 'Department of Science', document };
  expect((await admin.post('/v1/agencies', unit)).status).toBe(201);
  expect((await admin.post('/v1/agencies', unit)).status).toBe(422);
  expect((await service.stranger.get('/v1/agencies/science')).body).toMatchObject({ periods: [{ exists: true }] });
  expect((await service.stranger.get('/v1/agencies/nowhere')).status).toBe(404);
  const asOf = (await service.stranger.get('/v1/agencies?on=2026-12-31&asOf=2026-11-30T12:00:00Z')).body.items;
  expect((asOf as { id: string }[]).map(({ id }) => id)).toEqual(expect.arrayContaining(['construction']));
  expect((asOf as { id: string }[]).map(({ id }) => id)).not.toContain('science');
  await forwardedTo('science');
});
