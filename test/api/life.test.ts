import { eventually } from '../support/eventually';
import { startService, type Service } from '../support/service';
import { act, idOf, LEAD, OTHER, peopleOf, submitted, type People } from './support/people';

let service: Service;
let people: People;

/** Seconds that a day lasts: short enough to see a case close, long enough to dispute before, however long an act takes. */
const DAY_SECONDS = '0.6';

beforeAll(async () => {
  service = await startService({ env: { TRAINING_DAY_SECONDS: DAY_SECONDS } });
  people = await peopleOf(service);
});

afterAll(() => service.stop());

const eventsOf = async (code: string) =>
  (await people.reception.get(`/v1/cases/${code}/events`)).body.items as {
    seq: number;
    type: string;
    data: { term?: string; kind?: string };
  }[];
const rang =
  (term: string, kind = 'due') =>
  (events: Awaited<ReturnType<typeof eventsOf>>) =>
    events.some(({ type, data }) => type === 'alarm' && data.term === term && data.kind === kind);

test('R1–R10: a case lives its whole life through HTTP, overdue, returned, disputed, decided and closed', async () => {
  const { citizen, reception, officer, head, otherHead, leadership, supervisor } = people;
  const code = await submitted(citizen);
  expect(await act(reception, code, 'accept')).toMatchObject({ status: 'accepted' });
  expect(await act(reception, code, 'forward', { lead: LEAD, coordinating: [OTHER] })).toMatchObject({
    status: 'forwarded',
    leadAgency: LEAD,
    coordinating: [{ agency: OTHER, agrees: null }],
  });
  await act(otherHead, code, 'opine', { text: 'Thống nhất.', agrees: true });
  expect(await act(head, code, 'assign', { officer: await idOf(officer) })).toMatchObject({ status: 'processing' });

  await eventually(() => eventsOf(code), rang('answerBy'));
  await act(officer, code, 'reportProgress', { text: 'Đang xác minh.' });
  await act(supervisor, code, 'urge', { text: 'Đề nghị trả lời ngay.' });
  await eventually(() => eventsOf(code), rang('progressDue'));
  expect((await supervisor.get(`/v1/cases/${code}`)).body).toMatchObject({
    overdue: true,
    deadlines: { answerBy: { phase: 'lapsed', late: true }, progressDue: { phase: 'running' } },
  });

  await act(officer, code, 'conclude');
  await act(officer, code, 'propose', { text: 'Đã niêm yết.' });
  await act(head, code, 'revise', { reason: 'Nêu rõ ngày niêm yết.' });
  await act(officer, code, 'propose', { text: 'Đã niêm yết ngày hôm nay.' });
  expect(await act(head, code, 'answer')).toMatchObject({ status: 'answered', answer: 'Đã niêm yết ngày hôm nay.' });
  expect(await act(reception, code, 'return', { reason: 'Chưa đúng nội dung.' })).toMatchObject({
    status: 'processing',
    deadlines: { answerBy: { phase: 'lapsed', late: true, settledAt: null } },
  });
  await act(head, code, 'answer', { text: 'Đã niêm yết đầy đủ.' });
  expect(await act(reception, code, 'publish', { forms: ['portal', 'email'], text: 'Đã niêm yết.' })).toMatchObject({
    status: 'published',
  });

  expect(await act(citizen, code, 'dispute', { reason: 'Vẫn chưa niêm yết.' })).toMatchObject({ status: 'disputed' });
  await act(reception, code, 'escalate', { ground: 'submitter_disagrees', proposal: 'Kính trình xem xét.' });
  expect(await act(leadership, code, 'decide', { outcome: 'answer', text: 'Giữ nguyên trả lời.' })).toMatchObject({
    status: 'answered',
    answer: 'Giữ nguyên trả lời.',
  });
  await act(reception, code, 'publish', { forms: ['portal'], text: 'Giữ nguyên trả lời.' });
  const late = await citizen.post(`/v1/cases/${code}/dispute`, { reason: 'Vẫn không đồng ý.' });
  expect(late).toMatchObject({ status: 201, body: { status: 'received', follows: code } });

  const closed = await eventually(
    () => citizen.get(`/v1/cases/${code}`),
    ({ body }) => body.status === 'closed'
  );
  expect(closed.body).toMatchObject({
    allowedActions: ['dispute', 'supplyInfo'],
    published: { answer: 'Giữ nguyên trả lời.' },
  });
  expect((await service.stranger.get(`/v1/track/${code}`)).body).toMatchObject({ code, status: 'closed' });
  const events = await eventsOf(code);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.filter((event) => rang('answerBy')([event]))).toHaveLength(1);

  const afterwards = await citizen.post(`/v1/cases/${code}/dispute`, { reason: 'Đề nghị xem lại.' });
  expect(afterwards).toMatchObject({ status: 201, body: { follows: code } });
  expect(afterwards.body.code).not.toBe(late.body.code);
});

test('S4 Disputed at the last second: after the case has closed, a dispute is a new case that names the old', async () => {
  const { citizen, reception } = people;
  const code = await submitted(citizen);
  await act(reception, code, 'forward', { lead: 'commune-hill' });
  const officer = await service.as('officer.commune-hill');
  await act(await service.as('lead.commune-hill'), code, 'assign', { officer: await idOf(officer) });
  await act(officer, code, 'answer', { text: 'Đã niêm yết.' });
  const key = { 'idempotency-key': 'late' };
  // A key under which the case refused something holds nothing up when it is asked again.
  expect((await citizen.post(`/v1/cases/${code}/dispute`, { reason: 'Không đồng ý.' }, key)).status).toBe(409);
  await act(reception, code, 'publish', { forms: ['portal'], text: 'Đã niêm yết.' });
  await eventually(
    () => citizen.get(`/v1/cases/${code}`),
    ({ body }) => body.status === 'closed'
  );

  const late = await citizen.post(`/v1/cases/${code}/dispute`, { reason: 'Không đồng ý.' }, key);
  expect(late).toMatchObject({ status: 201, body: { status: 'received', follows: code, content: 'Không đồng ý.' } });
  expect(await citizen.post(`/v1/cases/${code}/dispute`, { reason: 'Không đồng ý.' }, key)).toMatchObject({
    status: 201,
    body: { code: late.body.code },
  });
  expect(await reception.post(`/v1/cases/${code}/accept`, {})).toMatchObject({
    status: 409,
    body: { caseStatus: 'closed', allowedActions: ['erase', 'note', 'republish', 'unpublish'] },
  });
  expect(await reception.post(`/v1/cases/${code}/note`, { text: 'Ghi chú.' })).toMatchObject({
    status: 200,
    body: { status: 'closed' },
  });
});
