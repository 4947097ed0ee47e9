import { openDatabase } from '../../db/database';
import { countedNow } from '../../db/gauges';
import { act, idOf, inHandling, LEAD, peopleOf, published, submitted, type People } from '../api/support/people';
import { eventually } from '../support/eventually';
import { pauseScheduled, runLate, startScheduled } from '../support/schedule';
import { startService, type Service } from '../support/service';
import { startPartnerSide, type Held, type PartnerSide } from './support/partnerSide';

const TODAY = '2026-10-05';
const YESTERDAY = '2026-10-04';
/** In milliseconds, in which a day passes by the law's clock. */
const HALF_A_DAY = 43_200_000;

let service: Service;
let people: People;
let partner: PartnerSide;

beforeAll(async () => {
  service = await startService({
    agencies: ['office', 'justice', 'construction'],
    startsAt: `${TODAY}T09:00:00.000+07:00`,
    env: {
      WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8',
      // Longer than a busy machine takes to answer: what came twice by that would be counted.
      WEBHOOK_TIMEOUT_SECONDS: '10',
      WEBHOOK_RETRY_SECONDS: '0.05,0.05,0.05,0.05,0.05,0.05',
    },
  });
  await pauseScheduled(`partner-comparison/${service.taskQueue}`);
  people = await peopleOf(service);
});

afterAll(() => service.stop());

beforeEach(async () => {
  partner = await startPartnerSide();
});
afterEach(async () => {
  const { body } = await people.admin.get('/v1/webhooks');
  for (const { id } of body.items as { id: string }[]) await people.admin.send('DELETE', `/v1/webhooks/${id}`);
  await partner.stop();
});

interface Connection {
  readonly id: string;
  readonly secret: string;
}

async function connect(mapping: string): Promise<Connection> {
  const { status, body } = await people.admin.post('/v1/webhooks', { name: mapping, url: partner.url, mapping });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as Connection;
}

const settled = ({ id }: Connection, status: string, count: number) =>
  eventually(
    async () =>
      (await people.admin.get(`/v1/webhooks/${id}/deliveries?status=${status}`)).body.items as { id: number }[],
    (items) => items.length >= count
  );

const switched = ({ id }: Connection, enabled: boolean) => people.admin.patch(`/v1/webhooks/${id}`, { enabled });

function assertSigned({ secret }: Connection): void {
  for (const { expected, received } of partner.signaturesBy(secret)) expect(received).toBe(expected);
}

const reconcile = async (mapping: string, day = TODAY) =>
  people.admin.post(`/v1/partners/${mapping}/reconciliations`, { day });

const dossierNumber = 'H34.05-261005-0042';

describe('R1.6: each partner is told by its own interface', () => {
  test('the National Portal acknowledges item by item; broken, wrong and missing answers are asked again', async () => {
    const portal = await connect('national_portal');
    const answers = ['silence', { status: 500 }, 'hangUp', { body: 'no JSON' }, { body: '{"results":[]}' }] as const;
    partner.misbehave(() => {
      const answer = answers[partner.received.length - 1];
      if (partner.received.length === answers.length) partner.misbehave(null);
      return answer!;
    });
    const code = await submitted(people.citizen, { dossierNumber });
    expect(await settled(portal, 'accepted', 1)).toMatchObject([{ type: 'case.received', attempts: 6 }]);
    expect(new Set(partner.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(partner.received[0]!.path).toBe('/petitions');
    expect(partner.items()[0]).toMatchObject({ reference: code, version: 1, state: 'RECEIVED', day: TODAY });
    for (const secret of ['nguoigui', dossierNumber]) expect(partner.received[0]!.body).not.toContain(secret);
    assertSigned(portal);

    partner.saysOf(({ state }) =>
      state === 'ANSWERED' ? { result: 'refused', reason: 'Trùng.' } : { result: 'accepted' }
    );
    await published(people);
    expect(await settled(portal, 'refused', 1)).toMatchObject([{ type: 'case.published', detail: 'Trùng.' }]);
  });

  test('the dossier system hears of petitions about its dossiers alone, and nothing that somebody wrote', async () => {
    const dossiers = await connect('dossier_system');
    await submitted(people.citizen);
    const code = await submitted(people.citizen, { dossierNumber });
    await act(people.reception, code, 'forward', { lead: 'justice' });
    await act(people.citizen, code, 'withdraw');
    await settled(dossiers, 'accepted', 3);
    const items = partner.items();
    expect(items.map(({ state }) => state)).toEqual(['pending', 'pending', 'ended']);
    expect(items[1]).toMatchObject({ dossierNumber, agency: 'justice', deadline: expect.any(String) });
    expect(new Set(items.map(({ reference }) => reference)).size).toBe(1);
    const all = partner.received.map(({ path, body }) => path + body).join('');
    expect(all).toContain('/dossier-petitions');
    for (const secret of [code, 'niêm yết', 'Người gửi', 'nguoigui']) expect(all).not.toContain(secret);
    expect(await settled(dossiers, 'notConcerned', 1)).toMatchObject([{ type: 'case.received' }]);
  });

  test('the dossier system hears of all that changes the state, the agency or the deadline of a petition', async () => {
    const { citizen, reception, head, officer } = people;
    const dossiers = await connect('dossier_system');
    const code = await submitted(citizen, { dossierNumber });
    let told = 1;
    const tell = async (...[by, action, input]: [People[keyof People], string, object?]) => {
      await act(by, code, action, input);
      await settled(dossiers, 'accepted', ++told);
      const { state, agency, deadline } = partner.items().at(-1)!;
      return { state, agency, due: deadline !== null };
    };
    await settled(dossiers, 'accepted', told);
    const open = { state: 'pending', agency: null, due: true };
    expect(await tell(reception, 'requestInfo', { question: 'Ở đâu?' })).toEqual({ ...open, due: false });
    expect(await tell(citizen, 'supplyInfo', { text: 'Tại phường.' })).toEqual(open);
    expect(await tell(reception, 'forward', { lead: LEAD })).toEqual({ ...open, agency: LEAD });
    await act(head, code, 'assign', { officer: await idOf(officer) });
    await act(head, code, 'answer', { text: 'Đã xử lý.' });
    const answered = { state: 'answered', agency: LEAD, due: true };
    expect(await tell(reception, 'publish', { forms: ['portal'], text: 'Đã xử lý.' })).toEqual(answered);
    expect(await tell(citizen, 'dispute', { reason: 'Chưa rõ.' })).toEqual({ ...answered, state: 'pending' });
    expect(await tell(reception, 'uphold', { reason: 'Đã rõ.' })).toEqual(answered);
  });

  test('the web portal is given what is published, as it is published, and told when it is taken back', async () => {
    const portal = await connect('web_portal');
    // What is sent is the text of the moment at which it is sent.
    const code = await published(people);
    await settled(portal, 'accepted', 1);
    await act(people.reception, code, 'republish', { title: 'Thủ tục', text: 'Đã niêm yết.' });
    await settled(portal, 'accepted', 2);
    await act(people.reception, code, 'unpublish', { reason: 'Cần soát lại.' });
    await settled(portal, 'accepted', 3);
    const items = partner.items();
    expect(items.map(({ state, answer }) => [state, answer])).toEqual([
      ['published', 'Thủ tục đã được niêm yết.'],
      ['published', 'Đã niêm yết.'],
      ['withdrawn', null],
    ]);
    const all = partner.received.map(({ path, body }) => path + body).join('');
    expect(all).toContain('/published-answers');
    for (const secret of [code, 'Người gửi', 'nguoigui', '0900']) expect(all).not.toContain(secret);
  });

  test('what happens while a partner is switched off waits until it is on again', async () => {
    const portal = await connect('web_portal');
    const code = await published(people);
    await settled(portal, 'accepted', 1);
    await switched(portal, false);
    await act(people.reception, code, 'unpublish', { reason: 'Nêu một người.' });
    expect(await settled(portal, 'pending', 0)).toMatchObject([{ type: 'case.unpublished', attempts: 0 }]);
    await switched(portal, true);
    await settled(portal, 'accepted', 2);
    expect(partner.items().at(-1)).toMatchObject({ state: 'withdrawn', answer: null });
  });

  test('an item for which a partner refuses whole requests is given up alone', async () => {
    const portal = await connect('national_portal');
    await switched(portal, false);
    const codes: string[] = [];
    for (let count = 0; count < 8; count++) codes.push(await submitted(people.citizen));
    const bad = codes[3]!;
    partner.misbehave(({ body }) => (body.includes(bad) ? { status: 500 } : null));
    await switched(portal, true);
    expect(await settled(portal, 'givenUp', 1)).toMatchObject([{ caseCode: bad }]);
    expect(await settled(portal, 'accepted', 7)).toHaveLength(7);
  });

  test('what a partner writes that the database cannot hold is kept with a mark in its place', async () => {
    const portal = await connect('national_portal');
    partner.saysOf(() => ({ result: 'refused', reason: 'Trùng\0 \ud800.' }));
    await submitted(people.citizen);
    expect(await settled(portal, 'refused', 1)).toMatchObject([{ detail: 'Trùng\ufffd \ufffd.', attempts: 1 }]);
    partner.lists(() => [{ reference: 'lạ\0', version: 1, state: '\udc00' }]);
    const { status, body } = await reconcile('national_portal');
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { fault: null, missingHere: [{ reference: 'lạ\ufffd', version: 1, state: '\ufffd' }] },
    });
  });
});

describe('S5: an answer that was given together with another case’s', () => {
  test('is told as it stands in public, also where only that of the other case changes', async () => {
    const { citizen, reception, head } = people;
    await connect('national_portal');
    const principal = await inHandling(people);
    const duplicate = await submitted(citizen);
    await act(reception, duplicate, 'link', { kind: 'duplicate', to: principal });
    await act(head, principal, 'answer', { text: 'Đã sửa.' });
    await act(reception, principal, 'publish', { forms: ['portal'], text: 'Đã sửa hôm qua.', answerLinked: true });
    // What came to pass earlier and is told late brings the answer too, beside the state of its own time.
    const told = async (result: string | null) => {
      const items = await eventually(
        () => Promise.resolve(partner.items().filter(({ reference }) => reference === duplicate)),
        (found) => found.at(-1)?.['state'] === 'ANSWERED' && found.at(-1)!['result'] === result
      );
      return items.at(-1)!;
    };
    const { version, state } = await told('Đã sửa hôm qua.');
    await act(reception, principal, 'unpublish', { reason: 'Nêu một người.' });
    expect(await told(null)).toMatchObject({ version, state, publishedAt: null });
    await act(reception, principal, 'republish', { text: 'Đã sửa.' });
    expect(await told('Đã sửa.')).toMatchObject({ version, state });
    await act(reception, principal, 'unpublish', { reason: 'Soát lại.' });
    await told(null);
    await act(citizen, duplicate, 'dispute', { reason: 'Chưa sửa.' });
    const items = await eventually(
      () => Promise.resolve(partner.items()),
      (all) => all.some(({ reference, state: now }) => reference === duplicate && now === 'IN_DISPUTE')
    );
    expect(items.at(-1)).toMatchObject({ reference: duplicate, result: null });
    expect((await reconcile('national_portal')).body).toMatchObject({ here: 2, there: 2, different: [] });
  });

  test('takes the place of an earlier one of its own, which the web portal is told to take back', async () => {
    const { citizen, reception, leadership } = people;
    const portal = await connect('web_portal');
    const principal = await published(people);
    const code = await published(people);
    await settled(portal, 'accepted', 2);
    const { number } = (await reception.get(`/v1/cases/${code}`)).body.published as { number: string };
    await act(citizen, code, 'dispute', { reason: 'Chưa rõ.' });
    await act(reception, code, 'escalate', { ground: 'submitter_disagrees', proposal: 'Xử lý lại.' });
    await act(leadership, code, 'decide', { outcome: 'directive', text: 'Xử lý lại.', lead: LEAD });
    await act(reception, code, 'link', { kind: 'duplicate', to: principal });
    await act(reception, code, 'answerJointly');
    await settled(portal, 'accepted', 3);
    const [, own, last] = partner.items();
    expect(last).toMatchObject({ reference: own!.reference, state: 'withdrawn', answer: null, publishedAt: null });
    expect((await service.stranger.get(`/v1/public/cases/${number}`)).status).toBe(410);
    const { publication } = (await service.stranger.get(`/v1/track/${principal}`)).body as { publication: string };
    expect((await service.stranger.get(`/v1/track/${code}`)).body).toMatchObject({ publication });
    expect((await reconcile('web_portal')).body).toMatchObject({ here: 2, there: 2, different: [] });
  });
});

/** Two cases that a partner holds, and how many messages that takes. */
const two: Record<string, () => Promise<number>> = {
  national_portal: async () => {
    const code = await submitted(people.citizen);
    await act(people.reception, code, 'accept');
    await submitted(people.citizen);
    return 3;
  },
  dossier_system: async () => {
    const code = await submitted(people.citizen, { dossierNumber });
    await act(people.reception, code, 'forward', { lead: 'justice' });
    await submitted(people.citizen, { dossierNumber });
    await submitted(people.citizen);
    return 3;
  },
  web_portal: async () => {
    const code = await published(people);
    await act(people.reception, code, 'unpublish', { reason: 'Cần soát lại.' });
    await published(people);
    return 3;
  },
};

describe.each(Object.keys(two))('R1.6: what %s holds is compared with what it was told', (mapping) => {
  test('nothing where both hold the same, else what is missing there (and sent again), missing here and different', async () => {
    const connection = await connect(mapping);
    const count = await two[mapping]!();
    await settled(connection, 'accepted', count);
    const same = {
      day: TODAY,
      here: 2,
      there: 2,
      missingThere: [],
      missingHere: [],
      different: [],
      fault: null,
      cause: null,
    };
    const { status, body } = await reconcile(mapping);
    expect({ status, body }).toMatchObject({ status: 201, body: same });

    // Lists every version, and one of them twice: the newest counts.
    partner.lists((held) => [...held, held[0]!].reverse());
    expect((await reconcile(mapping)).body).toMatchObject(same);

    const foreign: Held = { reference: 'somebody else', version: 1, state: 'x' };
    partner.lists((held) => [...held.filter(({ reference }) => reference !== held[0]!.reference), foreign]);
    const [gone] = partner.items();
    const found = (await reconcile(mapping)).body;
    expect(found).toMatchObject({ here: 2, there: 2, missingHere: [foreign], different: [] });
    const [{ delivery, version }] = found.missingThere as [{ delivery: number; version: number }];
    expect(found.missingThere).toMatchObject([{ reference: gone!.reference }]);
    const arrived = partner.items().length;
    await people.admin.post(`/v1/webhooks/${connection.id}/resend`, { deliveries: [delivery] });
    await eventually(
      () => Promise.resolve(partner.items()),
      ({ length }) => length > arrived
    );
    expect(partner.items().at(-1)).toMatchObject({ reference: gone!.reference, version });

    partner.lists((held) => held.map((one) => ({ ...one, state: 'lost' })));
    const { different } = (await reconcile(mapping)).body;
    expect(different).toHaveLength(2);
    expect((different as { there: object }[])[0]!.there).toMatchObject({ state: 'lost' });

    assertSigned(connection);
    const byAdmin = found.missingThere as { caseCode: string | null }[];
    const { items } = (await people.supervisor.get(`/v1/partners/${mapping}/reconciliations`)).body;
    expect(items).toHaveLength(4);
    const bySupervisor = (items as { missingThere: { caseCode: string }[] }[])[1]!;
    const { caseCode } = bySupervisor.missingThere[0]!;
    expect((await people.supervisor.get(`/v1/cases/${caseCode}`)).status).toBe(200);
    expect(byAdmin[0]).toMatchObject({ caseCode: mapping === 'national_portal' ? caseCode : null });
    expect(bySupervisor).toEqual({ ...found, missingThere: [{ ...byAdmin[0], caseCode }] });
  });

  test('a partner that is slow, down or wrong leaves a comparison that says why', async () => {
    await connect(mapping);
    const faults = [];
    for (const answer of [
      'silence',
      'hangUp',
      { status: 503 },
      { body: '<html>' },
      { body: '{"items":[{"reference":7}]}' },
      { body: `{"items":[${'"",'.repeat(2_000_000)}""]}` },
    ] as const) {
      partner.misbehave(() => answer);
      const { status, body } = await reconcile(mapping);
      expect({ status, body }).toMatchObject({ status: 201, body: { there: null, missingThere: [] } });
      faults.push([body.cause, body.fault]);
    }
    expect(faults).toEqual([
      ['silent', 'no answer in time'],
      ['silent', 'socket hang up'],
      ['refused', 'answered 503'],
      ['malformed', 'the answer is no JSON'],
      ['malformed', expect.stringContaining('the answer is not as agreed')],
      ['silent', 'the answer is too long'],
    ]);
  });
});

test('R1.6: a comparison that begins a day late is of the day that it was to compare', async () => {
  await connect('web_portal');
  await runLate(`partner-comparison/${service.taskQueue}`, HALF_A_DAY);
  const { items } = (await people.admin.get('/v1/partners/web_portal/reconciliations')).body as { items: object[] };
  expect(items).toContainEqual(expect.objectContaining({ day: '2026-10-03', fault: null }));
});

test('R1.6: every night each partner is asked for the day before; one that does not answer holds up no other', async () => {
  const other = await startPartnerSide();
  const { createdAt } = (await connect('national_portal')) as Connection & { createdAt: string };
  const connectedAt = new Date(createdAt);
  await people.admin.post('/v1/webhooks', { name: 'Cổng tỉnh', url: other.url, mapping: 'web_portal' });
  const unknown: Held = { reference: 'unknown', version: 3, state: 'CLOSED' };
  other.lists(() => [unknown]);
  partner.misbehave(() => ({ status: 500 }));
  const compared = (mapping: string) =>
    eventually(
      async () => (await people.admin.get(`/v1/partners/${mapping}/reconciliations`)).body.items as object[],
      (items) => items.length > 0
    );
  await startScheduled(`partner-comparison/${service.taskQueue}`);
  expect(await compared('web_portal')).toMatchObject([{ day: YESTERDAY, here: 0, missingHere: [unknown] }]);
  expect(await compared('national_portal')).toMatchObject([{ day: YESTERDAY, fault: 'answered 500' }]);

  // What operators are alerted of: a fault leaves the age growing, differences are counted.
  const { db, close } = openDatabase(service.databaseUrl, { max: 1 });
  const { partners } = await countedNow(db, '2026-10-07T09:00:00.000+07:00');
  await close();
  expect(partners).toEqual(
    expect.arrayContaining([
      { partner: 'web_portal', comparedAt: expect.any(Date), differences: 1 },
      { partner: 'national_portal', comparedAt: connectedAt, differences: 0 },
    ])
  );
  const scraped = await eventually(
    async () => (await service.stranger.get('/metrics')).body as string,
    (text) => text.includes('pakn_partner_differences{partner="web_portal"} 1')
  );
  expect(scraped).toMatch(/pakn_partner_comparison_age_seconds\{partner="national_portal"\} \d/);
  await other.stop();
});

test('R1.6: a partner has one subscription', async () => {
  await connect('web_portal');
  const again = { name: 'Cổng tỉnh', url: partner.url, mapping: 'web_portal' };
  expect(await people.admin.post('/v1/webhooks', again)).toMatchObject({
    status: 409,
    body: { type: 'partner-taken' },
  });
  expect((await people.admin.get('/v1/webhooks')).body.items).toHaveLength(1);
});

test('R1.6: only a connected partner is compared, of a day whose messages are kept, by an administrator', async () => {
  expect(await reconcile('web_portal')).toMatchObject({
    status: 404,
    body: { type: expect.stringContaining('no-such-partner') },
  });
  expect((await reconcile('events')).status).toBe(404);
  const { id } = await connect('web_portal');
  expect((await reconcile('web_portal', '2026-10-06')).body.errors).toMatchObject([{ path: '/day', code: 'future' }]);
  expect((await reconcile('web_portal', '2026-07-07')).body.errors).toMatchObject([{ path: '/day', code: 'tooEarly' }]);
  for (const somebody of [people.supervisor, people.reception, people.citizen])
    expect((await somebody.post('/v1/partners/web_portal/reconciliations', { day: TODAY })).status).toBe(403);
  await people.admin.patch(`/v1/webhooks/${id}`, { enabled: false });
  expect((await reconcile('web_portal')).status).toBe(409);
});
