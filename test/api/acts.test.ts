import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import { sql } from 'drizzle-orm';
import { createCaseClient } from '../../client';
import { openDatabase } from '../../db/database';
import { purgeKeys } from '../../db/idempotency';
import { actionNames, ruleOf, type ActionName } from '../../domain/actions';
import type { Capacity } from '../../domain/capacities';
import type { Instant } from '../../domain/time';
import { caseWorkflowId, rollOver } from '../../workflows/messages';
import { eventually } from '../support/eventually';
import { testDataConverter } from '../support/keyring';
import { startService, type Service } from '../support/service';
import { connectTemporal } from '../support/temporal';
import type { Visitor } from '../support/visitor';
import {
  act,
  employed,
  idOf,
  inHandling,
  LEAD,
  OTHER,
  peopleOf,
  petition,
  submitted,
  typesOf,
  type People,
} from './support/people';

let service: Service;
let people: People;

beforeAll(async () => {
  service = await startService();
  people = await peopleOf(service);
});

afterAll(() => service.stop());

describe('who may do what (R10.3)', () => {
  test('every act by every role, of the own and of another agency, on a case in handling', async () => {
    const { citizen, reception, officer, head, otherOfficer, otherHead, supervisor, leadership, admin } = people;
    const code = await submitted(citizen);
    await act(reception, code, 'forward', { lead: LEAD, coordinating: [OTHER] });
    await act(head, code, 'assign', { officer: await idOf(officer) });
    const everybody: [string, Visitor, Capacity[]][] = [
      ['its submitter', citizen, ['submitter', 'ownSubmitter']],
      ['another submitter', await service.newcomer(), []],
      ['reception', reception, ['reception', 'staff']],
      ['officer of the lead agency', officer, ['leadAgency', 'leadAgencyOfficer', 'staff']],
      ['head of the lead agency', head, ['leadAgency', 'leadAgencyHead', 'staff']],
      ['officer of the coordinating agency', otherOfficer, ['coordinatingAgency', 'staff']],
      ['head of the coordinating agency', otherHead, ['coordinatingAgency', 'staff']],
      ['officer of a third agency', await service.as('officer.commune-hill'), []],
      ['head of a third agency', await service.as('lead.commune-hill'), []],
      ['supervisor', supervisor, ['supervisor', 'staff']],
      ['leadership', leadership, ['leadership', 'staff']],
      ['administrator', admin, []],
      ['connected system', service.machine(), []],
      ['nobody known', service.stranger, []],
    ];

    for (const [who, somebody, capacities] of everybody)
      for (const action of actionNames) {
        if (action === 'submit') continue;
        // An input that no act takes: whoever gets as far as the input may do the act, and nothing happens.
        const { status } = await somebody.post(`/v1/cases/${code}/${action}`, { nonsense: true });
        expect({ who, action, status }).toEqual({ who, action, status: expected(somebody, action, capacities) });
      }
    expect((await reception.get(`/v1/cases/${code}`)).body.status).toBe('processing');
  });

  function expected(somebody: Visitor, action: ActionName, capacities: readonly Capacity[]): number {
    if (somebody === service.stranger) return 401;
    const { by, from } = ruleOf(action);
    if (!capacities.some((capacity) => by.includes(capacity))) return 403;
    return from.includes('processing') ? 422 : 409;
  }

  test('submissions come from submitters, the Office and connected systems', async () => {
    const { citizen, reception, officer, head, supervisor, leadership, admin } = people;
    for (const somebody of [citizen, reception, service.machine()])
      expect((await somebody.post('/v1/cases', {})).status).toBe(422);
    for (const somebody of [officer, head, supervisor, leadership, admin])
      expect(await somebody.post('/v1/cases', {})).toMatchObject({ status: 403, body: { type: 'forbidden' } });
    expect((await service.stranger.post('/v1/cases', {})).status).toBe(401);
  });

  test('an API key does what its scopes say and nothing else', async () => {
    const { admin } = people;
    const [account] = (await admin.get('/v1/accounts?role=integration')).body.accounts as { id: string }[];
    const made = await admin.post(`/v1/accounts/${account!.id}/keys`, { name: 'Không quyền', scopes: [] });
    const [able, unable] = [service.machine(), service.machine(made.body.key as string)];

    expect((await able.post('/v1/cases', petition({ channel: 'national_portal' }))).status).toBe(201);
    expect(await unable.post('/v1/cases', petition())).toMatchObject({ status: 403, body: { type: 'out-of-scope' } });
    for (const machine of [able, unable]) {
      expect((await machine.get('/v1/auth/me')).status).toBe(200);
      expect(await machine.get('/v1/cases')).toMatchObject({ status: 403, body: { type: 'out-of-scope' } });
      expect((await machine.get('/v1/accounts')).status).toBe(403);
    }
  });
});

describe('who sees what', () => {
  test('an officer of one agency neither sees nor touches the case of another', async () => {
    const code = await inHandling(people);
    for (const path of ['', '/state', '/events', '/notices']) {
      expect((await people.officer.get(`/v1/cases/${code}${path}`)).status).toBe(200);
      expect((await people.otherOfficer.get(`/v1/cases/${code}${path}`)).status).toBe(403);
      expect((await service.stranger.get(`/v1/cases/${code}${path}`)).status).toBe(401);
    }
    const seen = async (somebody: Visitor) =>
      ((await somebody.get(`/v1/cases?q=${code}`)).body.items as { code: string }[]).map((item) => item.code);
    expect(await seen(people.officer)).toEqual([code]);
    expect(await seen(people.otherOfficer)).toEqual([]);
    expect(await seen(people.admin)).toEqual([]);
  });

  test('a submitter sees their own cases only, and of these nothing internal', async () => {
    const { citizen, reception, officer, head, otherHead } = people;
    const code = await submitted(citizen);
    await act(reception, code, 'forward', { lead: LEAD, coordinating: [OTHER] });
    await act(head, code, 'assign', { officer: await idOf(officer) });
    await act(officer, code, 'note', { text: 'Ghi chú nội bộ.' });
    await act(otherHead, code, 'opine', { text: 'Không thống nhất.', agrees: false });
    await act(head, code, 'answer', { text: 'Chưa công khai.' });

    const listed = await citizen.get(`/v1/cases?q=${code}`);
    expect(listed.body.items).toMatchObject([{ code, officer: null }]);
    const other = await service.newcomer();
    expect((await other.get('/v1/cases')).body.items).toEqual([]);
    for (const path of ['', '/events', '/notices'])
      expect((await other.get(`/v1/cases/${code}${path}`)).status).toBe(403);

    const own = (await citizen.get(`/v1/cases/${code}`)).body as { deadlines: object };
    expect(own).toMatchObject({ status: 'answered', answer: null, allowedActions: [] });
    expect(own).not.toHaveProperty('coordinating');
    expect(Object.keys(own.deadlines).filter((name) => name.startsWith('opineBy'))).toEqual([]);
    const events = (await citizen.get(`/v1/cases/${code}/events`)).body.items as { type: string; by: object }[];
    expect(events.map(({ type }) => type)).toEqual(['submit', 'forward']);
    for (const { by } of events) expect(by).not.toHaveProperty('id');
    const told = JSON.stringify([own, events, listed.body, (await citizen.get(`/v1/cases/${code}/notices`)).body]);
    for (const internal of ['Ghi chú nội bộ', 'Không thống nhất', 'Chưa công khai', await idOf(officer)])
      expect(told).not.toContain(internal);
    expect((await citizen.get(`/v1/cases/${code}/state`)).status).toBe(403);
  });

  test('R9.1: whoever holds the code reads status and dates, and nothing of the submitter', async () => {
    const code = await submitted(people.citizen);
    const tracked = await service.stranger.get(`/v1/track/${code}`);
    expect(tracked).toMatchObject({ status: 200, body: { code, status: 'received' } });
    for (const secret of ['Người gửi', 'nguoigui', '0900', 'Phường', 'giấy phép'])
      expect(JSON.stringify(tracked.body)).not.toContain(secret);
  });

  test('a new answer is not told before it is published, although an earlier one was', async () => {
    const { citizen, reception, head, leadership } = people;
    const code = await inHandling(people);
    await act(head, code, 'answer', { text: 'Trả lời thứ nhất.' });
    await act(reception, code, 'publish', { forms: ['portal'], text: 'Trả lời thứ nhất.' });
    await act(citizen, code, 'dispute', { reason: 'Không đồng ý.' });
    await act(reception, code, 'escalate', { ground: 'submitter_disagrees', proposal: 'Kính trình.' });
    await act(leadership, code, 'decide', { outcome: 'answer', text: 'Trả lời thứ hai.' });

    const before = (await citizen.get(`/v1/cases/${code}`)).body;
    expect(before).toMatchObject({ answer: null, published: { answer: 'Trả lời thứ nhất.' } });
    await act(reception, code, 'publish', { forms: ['portal'], text: 'Trả lời thứ hai.' });
    expect((await citizen.get(`/v1/cases/${code}`)).body.answer).toBe('Trả lời thứ hai.');
  });
});

describe('one act, once', () => {
  test('the same submission twice under one Idempotency-Key is one case with one answer', async () => {
    const { citizen, reception } = people;
    const key = { 'idempotency-key': 'sent-twice' };
    const first = await citizen.post('/v1/cases', petition(), key);
    const again = await citizen.post('/v1/cases', petition(), key);
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`/v1/cases/${first.body.code}`);
    expect(again).toMatchObject({ status: 201, body: first.body });

    const other = await citizen.post('/v1/cases', petition({ title: 'Một nội dung khác' }), key);
    expect(other).toMatchObject({ status: 422, body: { type: 'idempotency-key-reused' } });
    // The key is each one's own.
    const ofAnother = await reception.post('/v1/cases', petition({ channel: 'phone' }), key);
    expect(ofAnother.status).toBe(201);
    expect(ofAnother.body.code).not.toBe(first.body.code);
  });

  test('five times at once under one key it is one case with one answer', async () => {
    const somebody = await service.newcomer();
    const key = { 'idempotency-key': 'sent-at-once' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => somebody.post('/v1/cases', petition(), key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.code as string)).size).toBe(1);
    expect((await somebody.get('/v1/cases')).body.items).toHaveLength(1);
  });

  test('an act under a key is done once', async () => {
    const { reception } = people;
    const code = await submitted(people.citizen);
    const key = { 'idempotency-key': 'noted-twice' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => reception.post(`/v1/cases/${code}/note`, { text: 'Đã gọi điện.' }, key))
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await typesOf(reception, code)).toEqual(['submit', 'note']);
  });

  test('a key is forgotten after ninety days, and then free for another request', async () => {
    const { reception } = people;
    const code = await submitted(people.citizen);
    const note = (text: string, key: string) =>
      reception.post(`/v1/cases/${code}/note`, { text }, { 'idempotency-key': key });
    await note('Đã gọi điện.', 'long-ago');
    await note('Đã gọi điện.', 'of-late');
    const { db, sql, close } = openDatabase(service.databaseUrl, { max: 1 });
    await sql`update idempotency_keys set created_at = now() - interval '91 days' where key = 'long-ago'`;
    await purgeKeys(db);
    await close();
    expect((await note('Đã gặp tận nơi.', 'of-late')).status).toBe(422);
    expect((await note('Đã gặp tận nơi.', 'long-ago')).status).toBe(200);
  });

  test('S10: two officers publish and return at the same moment: one succeeds, the other learns what is now allowed', async () => {
    const { reception, head, admin } = people;
    const colleague = { email: 'reception2@example.vn', name: 'Cán bộ thứ hai', role: 'reception', agency: 'office' };
    await employed(service, admin, colleague);
    const second = await service.as('reception2');
    const code = await inHandling(people);
    await act(head, code, 'answer', { text: 'Đã niêm yết.' });

    const answers = await Promise.all([
      reception.post(`/v1/cases/${code}/publish`, { forms: ['portal'], text: 'Đã niêm yết.' }),
      second.post(`/v1/cases/${code}/return`, { reason: 'Chưa rõ.' }),
    ]);
    const won = answers.find(({ status }) => status === 200);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({ type: 'not-from-this-status', caseStatus: won?.body.status });
    expect(lost?.body.allowedActions).toEqual(won?.body.allowedActions);
  });

  test('an act whose answer was lost has its answer when it is asked again under the same key', async () => {
    const { reception } = people;
    const code = await submitted(people.citizen);
    const key = { 'idempotency-key': 'lost-answer' };
    service.worker!.kill('SIGSTOP');
    const lost = await reception.post(`/v1/cases/${code}/accept`, {}, key);
    service.worker!.kill('SIGCONT');
    expect(lost).toMatchObject({ status: 503, body: { type: 'no-answer' } });
    expect(Number(lost.headers.get('retry-after'))).toBeGreaterThan(0);

    await eventually(
      () => reception.get(`/v1/cases/${code}`),
      ({ body }) => body.status === 'accepted'
    );
    expect(await reception.post(`/v1/cases/${code}/accept`, {}, key)).toMatchObject({
      status: 200,
      body: { status: 'accepted' },
    });
    expect((await reception.post(`/v1/cases/${code}/accept`, {})).status).toBe(409);
  });

  test('an act that ends one’s own part has its answer when it is asked again under the same key, and nobody else has', async () => {
    const { admin, reception, head, officer } = people;
    const code = await submitted(people.citizen);
    await act(reception, code, 'forward', { lead: LEAD });
    const decline = (by: Visitor, key: string) =>
      by.post(`/v1/cases/${code}/decline`, { reason: 'Không thuộc thẩm quyền.' }, { 'idempotency-key': key });
    const first = await decline(head, 'declined-once');
    expect(first.status).toBe(200);
    expect(await decline(head, 'declined-once')).toMatchObject({ status: 200, body: first.body });

    // The answer is the one of then: what became of the case since is no longer theirs to see.
    await act(reception, code, 'forward', { lead: OTHER });
    expect(await decline(head, 'declined-once')).toMatchObject({ status: 200, body: first.body });
    expect((await decline(head, 'declined-again')).status).toBe(403);
    expect((await decline(officer, 'declined-once')).status).toBe(403);
    expect((await head.get(`/v1/cases/${code}`)).status).toBe(403);

    // Nor does it open the case to whoever has left that office since.
    const account = `/v1/accounts/${await idOf(head)}`;
    const moveTo = (agency: string) => admin.put(account, { role: 'agency_lead', agency });
    expect((await moveTo('commune-hill')).status).toBe(200);
    expect((await decline(head, 'declined-once')).status).toBe(403);
    expect((await moveTo(LEAD)).status).toBe(200);
    expect((await decline(head, 'declined-once')).status).toBe(200);
    expect((await typesOf(reception, code)).filter((type) => type === 'decline')).toHaveLength(1);
  });

  test('R5: an act whose answer was lost is answered when it is sent again, also after the case has ended', async () => {
    const { citizen, reception } = people;
    const code = await submitted(citizen);
    await act(reception, code, 'requestInfo', { question: 'Ở tại địa chỉ nào?' });
    const reply = (key: string) =>
      citizen.post(`/v1/cases/${code}/supplyInfo`, { text: 'Tại phường Trung tâm.' }, { 'idempotency-key': key });
    const first = await reply('replied-once');
    expect(first.status).toBe(200);
    // In its next run the case is another workflow to Temporal, which then knows nothing of the act.
    const connection = await connectTemporal();
    await new Client({ connection }).workflow.getHandle(caseWorkflowId(code)).signal(rollOver);
    await connection.close();
    await act(citizen, code, 'withdraw');
    expect(await reply('replied-once')).toMatchObject({ status: 200, body: first.body });
    expect(await typesOf(reception, code)).toEqual(['submit', 'requestInfo', 'supplyInfo', 'withdraw']);
  });
});

describe('the law, seen from outside', () => {
  test('R8.1: on paper on Friday 2026-02-13 16:30, the terms pass over Tết', async () => {
    const { reception } = people;
    const { id } = (await reception.upload('dau-den.txt', 'Dấu đến ngày 13/02/2026')).body;
    const late = {
      receivedAt: '2026-02-13T16:30:00+07:00',
      receiptReason: 'Nhập sau kỳ nghỉ Tết',
      receiptEvidence: id,
    };
    const answer = await reception.post(
      '/v1/cases',
      petition({ channel: 'paper', submitter: { name: 'Người gửi' }, ...late })
    );

    // 14 and 15 a weekend, 16 to 20 Tết, 21 and 22 a weekend: day 1 is Monday 23 February.
    expect(answer).toMatchObject({
      status: 201,
      body: {
        receivedAt: '2026-02-13T16:30:00.000+07:00',
        deadlines: {
          rejectBy: { workingDays: 2, lastDay: '2026-02-24', endsAt: '2026-02-25T00:00:00.000+07:00' },
          routeBy: { workingDays: 5, lastDay: '2026-02-27', endsAt: '2026-02-28T00:00:00.000+07:00' },
          answerBy: { workingDays: 15, lastDay: '2026-03-13', endsAt: '2026-03-14T00:00:00.000+07:00' },
        },
      },
    });
    const counted = await service.stranger.get(
      '/v1/calendar/deadline?receivedAt=2026-02-13T16:30:00%2B07:00&workingDays=15'
    );
    expect(counted.body).toMatchObject({ lastDay: '2026-03-13', endsAt: '2026-03-14T00:00:00.000+07:00' });
  });

  test('S3: the third forwarding needs a reason, and escalation is offered', async () => {
    const { citizen, reception, officer, otherOfficer } = people;
    const code = await submitted(citizen);
    await act(reception, code, 'forward', { lead: LEAD });
    await act(officer, code, 'decline', { reason: 'Không thuộc thẩm quyền.' });
    await act(reception, code, 'forward', { lead: OTHER });
    const declined = await act(otherOfficer, code, 'decline', { reason: 'Không thuộc thẩm quyền.' });
    expect(declined).toMatchObject({ status: 'accepted', deadlines: { answerBy: { phase: 'running' } } });

    const open = await reception.get(`/v1/cases/${code}`);
    expect(open.body.allowedActions).toContain('escalate');
    const third = await reception.post(`/v1/cases/${code}/forward`, { lead: LEAD });
    expect(third).toMatchObject({ status: 422, body: { errors: [{ path: '/reason', code: 'required' }] } });
    expect(await act(reception, code, 'forward', { lead: LEAD, reason: 'Đã thống nhất.' })).toMatchObject({
      status: 'forwarded',
      forwardings: 3,
    });
  });

  test('a reply after the rejection is a new case that names the rejected one', async () => {
    const { citizen, reception } = people;
    const code = await submitted(citizen);
    await act(reception, code, 'reject', { reason: 'content_unclear', explanation: 'Chưa rõ địa điểm.' });
    expect((await citizen.get(`/v1/cases/${code}`)).body).toMatchObject({ allowedActions: ['supplyInfo'] });
    const listed = (await citizen.get('/v1/cases?status=rejected')).body.items as { code: string }[];
    expect(listed.find((one) => one.code === code)).toMatchObject({ allowedActions: ['supplyInfo'] });
    const reply = await citizen.post(`/v1/cases/${code}/supplyInfo`, { text: 'Tại phường Trung tâm.' });
    expect(reply).toMatchObject({
      status: 201,
      body: { follows: code, status: 'received', content: 'Tại phường Trung tâm.' },
    });
    expect(reply.body.code).not.toBe(code);
  });

  test('R10.3: an answer leaves an agency with its head, and what is named must exist', async () => {
    const { reception, officer, head } = people;
    const code = await inHandling(people);
    expect(await officer.post(`/v1/cases/${code}/answer`, { text: 'Đã niêm yết.' })).toMatchObject({
      status: 403,
      body: { type: 'needs-approval' },
    });
    const outsider = await idOf(people.otherOfficer);
    expect(await head.post(`/v1/cases/${code}/assign`, { officer: outsider })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/officer' }] },
    });
    const fresh = await submitted(people.citizen);
    expect(
      await reception.post(`/v1/cases/${fresh}/forward`, { lead: 'nowhere', coordinating: [OTHER, 'nobody'] })
    ).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/lead' }, { path: '/coordinating/1' }] },
    });
  });
});

test('S10, R5: on a case that ends meanwhile what may still be done is done, and of the rest one sees how it stands', async () => {
  const { citizen, reception } = people;
  const code = await submitted(citizen);
  const connection = await connectTemporal();
  const temporal = new Client({ connection, dataConverter: testDataConverter });
  const database = openDatabase(service.databaseUrl, { max: 2 });
  const withdraw = async (): Promise<void> => {
    const by = { id: await idOf(citizen), role: 'submitter', agency: null } as const;
    const { receivedAt: at } = (await reception.get(`/v1/cases/${code}`)).body as { receivedAt: Instant };
    const cases = createCaseClient({ client: temporal, taskQueue: service.taskQueue, clock: null });
    await cases.act(code, { action: 'withdraw', by, at, key: randomUUID(), input: { reason: null } });
    await eventually(
      () => temporal.workflow.getHandle(caseWorkflowId(code)).describe(),
      ({ status }) => status.name === 'COMPLETED'
    );
  };
  try {
    const asked = await database.db.transaction(async (tx) => {
      await tx.execute(sql`lock table idempotency_keys in exclusive mode`);
      const begun = [
        reception.post(`/v1/cases/${code}/note`, { text: 'Đã gọi điện.' }),
        reception.post(`/v1/cases/${code}/accept`, {}),
      ];
      await eventually(
        () => database.sql`select from pg_locks where relation = 'idempotency_keys'::regclass and not granted`,
        ({ length }) => length === begun.length
      );
      await withdraw();
      return { begun };
    });
    const [noted, accepted] = await Promise.all(asked.begun);
    expect(noted).toMatchObject({ status: 200, body: { status: 'withdrawn' } });
    expect(accepted).toMatchObject({
      status: 409,
      body: { type: 'not-from-this-status', caseStatus: 'withdrawn', allowedActions: ['erase', 'note'] },
    });
    expect(await typesOf(reception, code)).toEqual(['submit', 'withdraw', 'note']);
  } finally {
    await database.close();
    await connection.close();
  }
});
