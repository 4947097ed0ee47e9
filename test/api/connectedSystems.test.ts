import postgres from 'postgres';
import { eventually } from '../support/eventually';
import { waitingFor } from '../support/locks';
import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';
import { act, idOf, LEAD, OTHER, peopleOf, petition, submitted, type People } from './support/people';

let service: Service;
let people: People;
let portal: Visitor;

beforeAll(async () => {
  service = await startService();
  people = await peopleOf(service);
  portal = service.machine();
});

afterAll(() => service.stop());

interface Changes {
  items: { code: string; status: string; reference: string | null; answer: string | null }[];
  cursor: string;
  more: boolean;
}

const changes = async (since?: string, limit = 50) =>
  (await portal.get(`/v1/changes?limit=${String(limit)}${since === undefined ? '' : `&since=${since}`}`))
    .body as Changes;

const sent = (reference: string, given: object = {}) => portal.post('/v1/cases', petition({ reference, ...given }));

describe('R1.6: the same reference twice is one case', () => {
  test('sent again, under another key or none, it is answered with the case that there is', async () => {
    const first = await sent('CQG-1');
    const again = await sent('CQG-1');
    const withoutKey = await portal.send('POST', '/v1/cases', JSON.stringify(petition({ reference: 'CQG-1' })), {
      'content-type': 'application/json',
    });
    expect([first.status, again.status, withoutKey.status]).toEqual([201, 200, 200]);
    const { code } = first.body as { code: string };
    expect([again.body, withoutKey.body]).toMatchObject([{ code }, { code }]);
    expect((await people.reception.get('/v1/cases?reference=CQG-1')).body.items).toHaveLength(1);
    expect((await people.reception.get(`/v1/cases/${code}`)).body).toMatchObject({ reference: 'CQG-1' });
  });

  test('sent many times at once, it becomes one case', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => sent('CQG-2')));
    expect(new Set(answers.map(({ body }) => (body as { code: string }).code)).size).toBe(1);
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
    const { code } = answers[0]!.body as { code: string };
    expect((await people.reception.get(`/v1/cases/${code}/events`)).body.items).toHaveLength(1);
  });

  test('a file uploaded anew is the same file; another content is another submission and is refused by name', async () => {
    const upload = async () => (await portal.upload('ảnh.txt', 'Biên bản')).body as { id: string };
    const withFiles = async () =>
      sent('CQG-3', { attachments: [(await upload()).id], receiptEvidence: (await upload()).id });
    const { body } = await withFiles();
    expect((await withFiles()).status).toBe(200);
    const other = await sent('CQG-3', { content: 'Nội dung khác.' });
    expect(other).toMatchObject({ status: 409, body: { type: 'reference-reused' } });
    expect((other.body as { detail: string }).detail).toContain((body as { code: string }).code);
  });

  test('a reference belongs to its sender, and people have none', async () => {
    const answer = await people.citizen.post('/v1/cases', petition({ reference: 'CQG-1' }));
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: '/reference', code: 'notYours' }] } });
    expect((await sent('có dấu')).body).toMatchObject({ errors: [{ path: '/reference' }] });
  });
});

test('R1.6, R9.1: a connected system reads no more of its case than its submitter, and the answer as it is public', async () => {
  const { citizen, reception, head, otherHead, officer } = people;
  const earlier = await submitted(citizen);
  const { code } = (await sent('CQG-8')).body as { code: string };
  const { cursor } = await changes();
  const known = async () => ({
    again: (await sent('CQG-8')).body,
    pulled: (await changes(cursor)).items.find((item) => item.code === code),
  });
  await act(reception, code, 'forward', { lead: LEAD, coordinating: [OTHER] });
  await act(reception, code, 'link', { kind: 'follow_up', to: earlier });
  await act(head, code, 'assign', { officer: await idOf(officer) });
  await act(otherHead, code, 'opine', { text: 'Không thống nhất.', agrees: false });
  await act(head, code, 'answer', { text: 'Đã trả lời ông Nguyễn Văn Tám.' });
  expect((await reception.get(`/v1/cases/${code}`)).body).toMatchObject({
    officer: await idOf(officer),
    link: { to: earlier },
    coordinating: [{ agency: OTHER, agrees: false }],
    deadlines: { [`opineBy:${OTHER}`]: {} },
  });

  const { again, pulled } = await known();
  expect(again).toMatchObject({ code, status: 'answered', answer: null, officer: null, link: null });
  expect(pulled).toMatchObject({ status: 'answered', answer: null });
  expect(JSON.stringify([again, pulled])).not.toMatch(/opineBy|agrees|Nguyễn Văn Tám/);

  const text = 'Đã trả lời.';
  await act(reception, code, 'publish', { forms: ['portal'], text });
  expect(await known()).toMatchObject({ again: { status: 'published', answer: text }, pulled: { answer: text } });
  await act(reception, code, 'unpublish', { reason: 'Đăng nhầm.' });
  expect(await known()).toMatchObject({ again: { status: 'published', answer: null }, pulled: { answer: null } });
});

describe('R1.6: a connected system pulls what has changed', () => {
  test('each of its cases once, as it stands now, and nobody else’s', async () => {
    const { cursor } = await changes();
    const { code } = (await sent('CQG-4')).body as { code: string };
    await sent('CQG-5');
    await submitted(people.citizen);
    await act(people.reception, code, 'reject', { reason: 'outside_scope', explanation: 'Không thuộc phạm vi.' });

    const first = await changes(cursor, 1);
    expect(first).toMatchObject({ items: [{ reference: 'CQG-5', status: 'received' }], more: true });
    const second = await changes(first.cursor, 1);
    expect(second).toMatchObject({ items: [{ code, reference: 'CQG-4', status: 'rejected' }], more: false });
    expect(await changes(second.cursor)).toEqual({ items: [], cursor: second.cursor, more: false });
    expect(Object.keys(second.items[0]!)).not.toContain('officer');
  });

  test('S5, S7: also where what changed is the answer of the case that they were answered together with', async () => {
    const { citizen, reception, head, officer } = people;
    const principal = await submitted(citizen);
    const { code } = (await sent('CQG-10')).body as { code: string };
    await act(reception, code, 'link', { kind: 'duplicate', to: principal });
    await act(reception, principal, 'forward', { lead: LEAD });
    await act(head, principal, 'assign', { officer: await idOf(officer) });
    await act(head, principal, 'answer', { text: 'Đã sửa.' });
    await act(reception, principal, 'publish', { forms: ['portal'], text: 'Đã sửa.', answerLinked: true });
    await eventually(
      () => citizen.get(`/v1/track/${code}`),
      ({ body }) => body.status === 'published'
    );
    let { cursor } = await changes();
    const told = async () => {
      const { items, cursor: next } = await changes(cursor);
      cursor = next;
      return items;
    };
    await act(reception, principal, 'unpublish', { reason: 'Đăng nhầm.' });
    expect(await told()).toMatchObject([{ code, answer: null }]);
    await act(reception, principal, 'republish', { text: 'Đã sửa xong.' });
    expect(await told()).toMatchObject([{ code, answer: 'Đã sửa xong.' }]);
    await act(reception, principal, 'note', { text: 'Ghi chú.' });
    expect(await told()).toEqual([]);
  });

  test('S5: also where they were linked by way of another case, or are linked no more', async () => {
    const { citizen, reception, head, officer } = people;
    const principal = await submitted(citizen);
    const between = await submitted(citizen);
    const [distant, unlinked] = await Promise.all(
      ['CQG-11', 'CQG-12'].map(async (reference) => (await sent(reference)).body.code as string)
    );
    await act(reception, between, 'link', { kind: 'duplicate', to: principal });
    await act(reception, distant!, 'link', { kind: 'duplicate', to: between });
    await act(reception, unlinked!, 'link', { kind: 'duplicate', to: principal });
    await act(reception, principal, 'forward', { lead: LEAD });
    await act(head, principal, 'assign', { officer: await idOf(officer) });
    await act(head, principal, 'answer', { text: 'Đã sửa.' });
    await act(reception, principal, 'publish', { forms: ['portal'], text: 'Đã sửa.', answerLinked: true });
    for (const code of [distant, unlinked])
      await eventually(
        () => citizen.get(`/v1/track/${code}`),
        ({ body }) => body.status === 'published'
      );
    await act(reception, unlinked!, 'unlink', { reason: 'Khác địa điểm.' });
    const { cursor } = await changes();
    await act(reception, principal, 'unpublish', { reason: 'Đăng nhầm.' });
    const { items } = await changes(cursor);
    expect(items.map(({ code }) => code).sort()).toEqual([distant, unlinked].sort());
    expect(items.map(({ answer }) => answer)).toEqual([null, null]);
  });

  test('a change that commits late is not passed by: whoever changes next waits for it', async () => {
    const { code } = (await sent('CQG-6')).body as { code: string };
    const { cursor } = await changes();
    const sql = postgres(service.databaseUrl, { max: 1 });
    const slow = await sql.reserve();
    await slow`begin`;
    await slow`update senders set changes = changes + 1`;
    await slow`update cases set sender_change = (select changes from senders) where code = ${code}`;
    const next = sent('CQG-7');
    // A service that does not wait answers, and what it has let be passed by shows below.
    await Promise.race([next, eventually(() => waitingFor(slow), Boolean)]);
    const meanwhile = await changes(cursor);
    expect(meanwhile.items).toEqual([]);
    await slow`commit`;
    slow.release();
    await sql.end();
    await next;
    expect((await changes(meanwhile.cursor)).items.map(({ reference }) => reference)).toEqual(['CQG-6', 'CQG-7']);
  });

  test('a cursor that is none, a key without the scope and people are refused', async () => {
    expect((await portal.get('/v1/changes?since=x')).body).toMatchObject({ errors: [{ path: '/since' }] });
    expect((await people.citizen.get('/v1/changes')).status).toBe(403);
    const { id } = (await portal.get('/v1/auth/me')).body as { id: string };
    const { body } = await people.admin.post(`/v1/accounts/${id}/keys`, {
      name: 'sends',
      scopes: ['cases:submit'],
    });
    const sender = service.machine((body as { key: string }).key);
    expect((await sender.get('/v1/changes')).body).toMatchObject({ type: 'out-of-scope' });
  });
});
