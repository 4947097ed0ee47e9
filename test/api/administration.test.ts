import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { openDatabase } from '../../db/database';
import { locks } from '../../db/locks';
import { addDelegation } from '../../db/delegations';
import { addPolicy } from '../../db/policies';
import { firstAttachmentLimits } from '../../domain/attachmentLimits';
import { firstPolicy } from '../../domain/policy';
import { SERVICE } from '../../domain/roles';
import { eventually } from '../support/eventually';
import { TEST_PAYLOAD_KEYS } from '../support/keyring';
import { at } from '../support/law';
import { onLegalClock } from '../support/legalClock';
import { waitersFor, waitingFor } from '../support/locks';
import { startService, type Service } from '../support/service';
import type { Answer, Visitor } from '../support/visitor';
import { idOf } from './support/people';

const document = '20/QĐ-UBND';
const submitter = { name: 'Người gửi', address: 'Phường Trung tâm', phone: '0900 000 000', email: 'gui@example.vn' };
const petition = { channel: 'portal', category: 'other', title: 'Phản ánh', content: 'Nội dung.', submitter };
let evidence: string;
const onPaper = (receivedAt: string) => ({
  ...petition,
  channel: 'paper',
  receivedAt,
  receiptReason: 'Văn thư chuyển chậm.',
  receiptEvidence: evidence,
});
const withAnswerBy = (workingDays: number) => ({
  ...firstPolicy.terms,
  answerBy: { workingDays, basis: 'Quyết định mới, Điều 1' },
});
const { dueSoon, infoReminder, freeForwardings } = firstPolicy;
const policyOf = (effectiveFrom: string, workingDays: number) => ({
  effectiveFrom,
  terms: withAnswerBy(workingDays),
  dueSoon,
  infoReminder,
  freeForwardings,
  document,
});
const faultsOf = ({ body }: Answer) =>
  (body as { errors: { path: string; code: string }[] }).errors.map(({ path, code }) => `${path} ${code}`);

let service: Service;
let admin: Visitor;
let reception: Visitor;

beforeAll(async () => {
  service = await startService({
    agencies: ['office', 'justice', 'construction', 'finance', 'health'],
    startsAt: at('2026-10-14 09:00'),
  });
  admin = await service.as('admin');
  reception = await service.as('reception');
  evidence = ((await reception.upload('dau-den.txt', 'Dấu đến của văn thư')).body as { id: string }).id;
});
afterAll(() => service.stop());

describe('terms as policy', () => {
  test('S9 Paper received on Friday, entered on Wednesday, and the policy changed in between', async () => {
    const tenDays = { ...firstPolicy, version: 2, effectiveFrom: '2026-10-12', terms: withAnswerBy(10) };
    const { db, close } = openDatabase(service.databaseUrl, { max: 1 });
    await addPolicy(
      db,
      { policy: tenDays, attachments: firstAttachmentLimits, document, createdAt: at('2026-10-05 10:00') },
      'administrator'
    );
    await close();

    const friday = await reception.post('/v1/cases', onPaper('2026-10-09T16:50:00+07:00'));
    expect(friday).toMatchObject({
      status: 201,
      body: {
        policy: 1,
        receivedAt: '2026-10-09T16:50:00.000+07:00',
        deadlines: {
          rejectBy: { lastDay: '2026-10-13' },
          routeBy: { lastDay: '2026-10-16' },
          answerBy: { lastDay: '2026-10-30', workingDays: 15 },
        },
      },
    });
    const { body } = await reception.post(`/v1/cases/${(friday.body as { code: string }).code}/accept`);
    expect(body).toMatchObject({
      enteredAt: expect.stringMatching(/^2026-10-14/),
      deadlines: { rejectBy: { late: true } },
    });

    const monday = await reception.post('/v1/cases', onPaper('2026-10-12T08:00:00+07:00'));
    expect(monday.body).toMatchObject({
      policy: 2,
      deadlines: { answerBy: { lastDay: '2026-10-26', workingDays: 10 } },
    });
    const without = { ...onPaper('2026-10-09T16:50:00+07:00'), receiptReason: null, receiptEvidence: null };
    expect(faultsOf(await reception.post('/v1/cases', without))).toEqual([
      '/receiptReason required',
      '/receiptEvidence required',
    ]);
    const future = await reception.post('/v1/cases', onPaper('2026-10-20T08:00:00+07:00'));
    expect(faultsOf(future)).toEqual(['/receivedAt future']);
  });

  test('a new version is previewed, added, and known from then on', async () => {
    const open = ((await reception.get('/v1/cases?open=true')).body.items as unknown[]).length;
    const preview = await admin.post('/v1/policies/preview', policyOf('2026-11-02', 20));
    expect(preview).toMatchObject({
      status: 200,
      body: {
        replaces: 2,
        openCases: open,
        lengths: [{ term: 'answerBy', today: 10, proposed: 20 }],
        attachments: { today: firstAttachmentLimits, proposed: firstAttachmentLimits },
        examples: [
          { received: '2026-11-02', terms: [{}, {}, { today: '2026-11-16', proposed: '2026-12-01' }] },
          {},
          {},
          {},
          {},
        ],
      },
    });
    const overtaken = await admin.post('/v1/policies', { ...policyOf('2026-11-02', 20), follows: 1 });
    expect(faultsOf(overtaken)).toEqual([' overtaken']);
    const added = await admin.post('/v1/policies', { ...policyOf('2026-11-02', 20), follows: 2 });
    expect(added).toMatchObject({ status: 201, body: { version: 3, inForce: false, effectiveFrom: '2026-11-02' } });
    const inForce = async (query: string) =>
      ((await service.stranger.get(`/v1/policies?${query}`)).body.items as { version: number; inForce: boolean }[]).map(
        ({ version, inForce }) => (inForce ? `${version} in force` : version)
      );
    expect(await inForce('')).toEqual([1, '2 in force', 3]);
    expect(await inForce('on=2026-11-02')).toEqual([1, 2, '3 in force']);
    expect(await inForce(`asOf=${encodeURIComponent(at('2026-10-13 09:00'))}`)).toEqual([1, '2 in force']);
    expect(await inForce(`asOf=${encodeURIComponent(at('2026-10-01 09:00'))}`)).toEqual(['1 in force']);
    expect((await admin.get('/v1/admin/events?subject=policy/3')).body).toMatchObject({
      items: [
        {
          act: 'policy.add',
          document,
          before: { version: 2 },
          after: { version: 3, attachments: firstAttachmentLimits },
          by: await idOf(admin),
        },
      ],
      nextCursor: null,
    });
  });

  test('R5: the record of administration is narrowed by person, kind and period, and names who acted', async () => {
    const found = async (query: string) =>
      (await admin.get(`/v1/admin/events?${query}`)).body.items as { act: string; byName: string | null }[];
    const me = await idOf(admin);
    const mine = await found(`by=${me}&kind=policy`);
    expect(mine.map(({ act, byName }) => [act, byName])).toEqual([['policy.add', 'Quản trị viên']]);
    expect(await found(`by=${me}&kind=poli`)).toEqual([]);
    const latest = (await admin.get('/v1/admin/events?limit=1')).body.items as { at: string }[];
    const today = String(latest[0]?.at.slice(0, 10));
    const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
    expect(await found(`kind=policy&from=${today}&through=${today}`)).toHaveLength(1);
    expect(await found(`kind=policy&through=${yesterday}`)).toEqual([]);
    expect((await admin.get('/v1/admin/events?from=soon')).status).toBe(422);
  });

  test('attachment limits are previewed beside those that they replace, and refused where they make no sense', async () => {
    const attachments = {
      maxBytes: 1_000_000,
      perCase: 5,
      types: ['application/pdf'],
      basis: 'Quyết định mới, Điều 2',
    };
    expect(
      (await admin.post('/v1/policies/preview', { ...policyOf('2026-12-01', 20), attachments })).body
    ).toMatchObject({
      lengths: [],
      attachments: { today: firstAttachmentLimits, proposed: attachments },
    });
    const wrong = { ...attachments, maxBytes: 0, perCase: 1.5, types: ['text/html'], basis: ' ' };
    expect(faultsOf(await admin.post('/v1/policies', { ...policyOf('2026-12-01', 20), attachments: wrong }))).toEqual(
      ['maxBytes', 'perCase', 'types/0', 'basis'].map((name): unknown =>
        expect.stringContaining(`/attachments/${name} `)
      )
    );
    const twice = { ...attachments, types: ['application/pdf', 'application/pdf'] };
    expect(faultsOf(await admin.post('/v1/policies', { ...policyOf('2026-12-01', 20), attachments: twice }))).toEqual([
      '/attachments/types/1 repeated',
    ]);
  });

  test('a version without sense or basis is refused, each fault named', async () => {
    const proposed = policyOf('2026-10-13', 4);
    const refused = await admin.post('/v1/policies', { ...proposed, dueSoon: [5], infoReminder: 20 });
    expect(refused.status).toBe(422);
    expect(faultsOf(refused)).toEqual([
      '/effectiveFrom past',
      '/effectiveFrom beforeExisting',
      '/terms/routeBy/workingDays longerThanWhole',
      '/terms/opineBy/workingDays longerThanWhole',
      '/dueSoon/0 neverRings',
      '/infoReminder afterTheEnd',
    ]);
    const { rejectBy: _, ...terms } = proposed.terms;
    const lacking = {
      ...proposed,
      terms: { ...terms, answerBy: { workingDays: 0.5, basis: ' ' } },
      document: undefined,
    };
    expect(faultsOf(await admin.post('/v1/policies', lacking)).map((fault) => fault.split(' ')[0])).toEqual(
      expect.arrayContaining(['/terms/rejectBy', '/terms/answerBy/workingDays', '/terms/answerBy/basis', '/document'])
    );
    expect((await reception.post('/v1/policies', proposed)).status).toBe(403);
    expect((await reception.get('/v1/admin/events')).status).toBe(403);
  });
});

describe('lists', () => {
  test('R2: an administrator extends, renames and ends what may be chosen', async () => {
    const texts = { label: 'Dịch vụ số', labelEn: 'Digital services', basis: 'Chỉ thị', position: 8 };
    expect((await admin.post('/v1/catalogue/categories', { code: 'digital', ...texts, document })).status).toBe(201);
    const codes = async (query = '') =>
      ((await service.stranger.get(`/v1/categories${query}`)).body.items as { code: string; label: string }[]).map(
        ({ code, label }) => `${code} ${label}`
      );
    expect((await codes()).at(-1)).toBe('digital Dịch vụ số');
    expect(
      (await reception.post('/v1/cases', { ...onPaper('2026-10-14T08:00:00+07:00'), category: 'digital' })).status
    ).toBe(201);

    const path = '/v1/catalogue/categories/digital';
    const renamed = { label: 'Chuyển đổi số', effectiveFrom: '2026-11-01', validThrough: '2026-12-31', document };
    expect((await admin.patch(path, renamed)).body).toMatchObject({
      offered: true,
      periods: [
        { from: '2026-10-14', through: '2026-10-31', label: 'Dịch vụ số' },
        { from: '2026-11-01', through: '2026-12-31', label: 'Chuyển đổi số' },
        { from: '2027-01-01', through: null, offered: false },
      ],
    });
    expect((await codes('?on=2026-11-01')).at(-1)).toBe('digital Chuyển đổi số');
    expect((await codes('?on=2027-01-01')).some((entry) => entry.startsWith('digital'))).toBe(false);
    expect((await codes('?asOf=2026-10-01T00:00:00Z')).some((entry) => entry.startsWith('digital'))).toBe(false);

    expect(faultsOf(await admin.patch(path, { document }))).toEqual([' unchanged']);
    expect((await admin.patch('/v1/catalogue/categories/nothing', renamed)).status).toBe(404);
    expect((await admin.get('/v1/catalogue/nothing')).status).toBe(404);
    expect((await reception.get('/v1/catalogue/categories')).status).toBe(403);
  });

  test('R2, S9: paper that is entered late has a category that could be chosen on the day of its receipt', async () => {
    const later = { code: 'late', label: 'Nhóm mới', labelEn: 'A new one', basis: 'Chỉ thị', position: 9, document };
    expect((await admin.post('/v1/catalogue/categories', later)).status).toBe(201);
    const friday = onPaper('2026-10-09T16:50:00+07:00');
    expect(faultsOf(await reception.post('/v1/cases', { ...friday, category: 'late' }))).toEqual(['/category unknown']);
    const { code } = (await reception.post('/v1/cases', friday)).body as { code: string };
    const reclassified = await reception.post(`/v1/cases/${code}/accept`, { category: 'late' });
    expect(faultsOf(reclassified)).toEqual(['/category unknown']);
  });
});

describe('R10.3, S8: a delegate acts for an absent head', () => {
  const forwardedToJustice = async (): Promise<string> => {
    const { body } = await reception.post('/v1/cases', onPaper('2026-10-14T08:30:00+07:00'));
    const { code } = body as { code: string };
    await reception.post(`/v1/cases/${code}/accept`);
    await reception.post(`/v1/cases/${code}/forward`, { lead: 'justice', coordinating: [] });
    return code;
  };

  test("with the head's capacity, both on record, until it ends", async () => {
    const head = await service.as('lead.justice');
    const officer = await service.as('officer.justice');
    const [absent, delegate] = await Promise.all([idOf(head), idOf(officer)]);
    const period = { delegate, from: '2026-10-14', through: '2026-10-20', reason: 'Nghỉ phép.' };
    const code = await forwardedToJustice();
    const actingFor = { 'x-acting-for': absent };
    const assign = () => officer.post(`/v1/cases/${code}/assign`, { officer: delegate }, actingFor);

    expect(await assign()).toMatchObject({ status: 403, body: { type: 'not-a-delegate' } });
    const named = await head.post('/v1/delegations', period);
    expect(named).toMatchObject({ status: 201, body: { absent, delegate, inForce: true } });
    expect((await officer.get(`/v1/cases/${code}`, actingFor)).body.allowedActions).toContain('assign');
    expect((await officer.get(`/v1/cases/${code}`)).body.allowedActions).not.toContain('assign');
    expect((await assign()).status).toBe(200);
    const events = (await reception.get(`/v1/cases/${code}/events`)).body.items as { by: object }[];
    expect(events.at(-1)).toMatchObject({
      type: 'assign',
      by: { id: delegate, standsInFor: absent, role: 'agency_lead' },
    });
    const report = async (visitor: Visitor, headers = {}) => {
      const { status, body } = await visitor.get('/v1/reports/handling?from=2026-10-01&through=2026-10-31', headers);
      const rows = (body.rows ?? []) as { key: string; figures: { received: { cases: number } } }[];
      return { status, received: rows.map(({ key, figures }) => [key, figures.received.cases]) };
    };
    const ofHead = await report(head);
    expect(ofHead).toMatchObject({ status: 200, received: [['justice', expect.any(Number)]] });
    expect(await report(officer, actingFor)).toEqual(ofHead);
    expect((await report(officer)).status).toBe(403);
    const quarterly = await officer.get('/v1/reports/quarterly?year=2026&quarter=3&format=xlsx', actingFor);
    expect(quarterly.status).toBe(200);
    expect((await officer.get('/v1/delegations')).body.items).toHaveLength(1);
    expect((await reception.get('/v1/delegations')).body.items).toHaveLength(0);

    expect(faultsOf(await head.post('/v1/delegations', period))).toEqual(['/from overlaps']);
    expect((await officer.post('/v1/delegations', period, actingFor)).status).toBe(403);
    const path = `/v1/delegations/${(named.body as { id: string }).id}`;
    expect((await (await service.as('officer.construction')).send('DELETE', path)).status).toBe(403);
    expect((await head.send('DELETE', path)).status).toBe(204);
    expect((await assign()).status).toBe(403);
    expect((await head.send('DELETE', '/v1/delegations/nothing')).status).toBe(404);
  });

  test('not before it begins, not after it has run out, and not across agencies', async () => {
    const [head, officer] = [await service.as('lead.construction'), await service.as('officer.construction')];
    const [absent, delegate, stranger] = await Promise.all([
      idOf(head),
      idOf(officer),
      service.as('officer.justice').then(idOf),
    ]);
    const { db, close } = openDatabase(service.databaseUrl, { max: 1 });
    const row = { absent, delegate, reason: 'Nghỉ phép.', createdBy: absent, createdAt: at('2026-10-01 08:00') };
    await addDelegation(db, { ...row, from: '2026-10-01', through: '2026-10-13' });
    await addDelegation(db, { ...row, from: '2026-10-15', through: '2026-10-16' });
    await close();
    const asHead = () => officer.get('/v1/cases', { 'x-acting-for': absent });
    await expect(asHead()).resolves.toMatchObject({ status: 403 });

    const given = { absent, delegate: stranger, from: '2026-10-15', through: '2026-10-14', reason: 'Nghỉ phép.' };
    expect(faultsOf(await admin.post('/v1/delegations', given))).toEqual([
      '/through beforeBeginning',
      '/delegate noColleague',
    ]);
    expect((await head.post('/v1/delegations', { ...given, absent: stranger })).status).toBe(403);
    const byAdmin = { ...given, delegate, from: '2026-10-14', through: '2026-10-14' };
    expect((await admin.post('/v1/delegations', byAdmin)).status).toBe(201);
    expect((await asHead()).status).toBe(200);
    const moved = { role: 'agency_officer', agency: 'justice' };
    expect((await admin.put(`/v1/accounts/${delegate}`, moved)).status).toBe(200);
    await expect(asHead()).resolves.toMatchObject({ status: 403, body: { type: 'not-a-delegate' } });
  });
});

describe('R10.3: a delegation ends with the rights on which it rests', () => {
  const period = { from: '2026-10-14', through: '2026-10-30', reason: 'Nghỉ phép.' };
  const named = async (head: Visitor, delegate: string): Promise<string> => {
    const { status, body } = await head.post('/v1/delegations', { ...period, delegate });
    expect(status).toBe(201);
    return (body as { id: string }).id;
  };
  const stateOf = async (visitor: Visitor, id: string) =>
    ((await visitor.get('/v1/delegations')).body.items as { id: string; inForce: boolean; endedBy: string }[]).find(
      (one) => one.id === id
    );

  test('R10.3: by an act on the account of the head, on record, and does not come back with them', async () => {
    const head = await service.as('lead.finance');
    const officer = await service.as('officer.finance');
    const [absent, delegate] = [await idOf(head), await idOf(officer)];
    const delegation = await named(head, delegate);
    const path = `/v1/accounts/${absent}`;

    expect((await admin.put(path, { name: 'Lãnh đạo Sở Tài chính' })).status).toBe(200);
    expect((await officer.get('/v1/cases', { 'x-acting-for': absent })).status).toBe(200);
    expect((await admin.put(path, { role: 'agency_officer', agency: 'finance' })).status).toBe(200);
    expect((await admin.put(path, { role: 'agency_lead', agency: 'finance' })).status).toBe(200);

    expect((await officer.get('/v1/cases', { 'x-acting-for': absent })).status).toBe(403);
    const by = await idOf(admin);
    expect(await stateOf(officer, delegation)).toMatchObject({ inForce: false, endedBy: by });
    const record = (await admin.get(`/v1/admin/events?subject=delegation/${delegation}`)).body.items as object[];
    expect(record).toMatchObject([
      { act: 'delegation.end', by, before: { absent, delegate } },
      { act: 'delegation.add' },
    ]);
    expect(await named(head, delegate)).not.toBe(delegation);
  });

  test('R10.3: with the account of the delegate, and is not there when it is enabled again', async () => {
    const head = await service.as('lead.health');
    const delegate = await idOf(await service.as('officer.health'));
    const delegation = await named(head, delegate);
    await admin.post(`/v1/accounts/${delegate}/disable`);
    await admin.post(`/v1/accounts/${delegate}/enable`);
    expect(await stateOf(head, delegation)).toMatchObject({ inForce: false });
  });

  test('R10.3: also one that was asleep before the service ended them', async () => {
    const migration = await readFile('db/migrations/0048_lapsed_delegations.sql', 'utf8');
    const [head, officer, other] = await Promise.all(
      ['lead.justice', 'officer.justice', 'officer.finance'].map(async (mailbox) => idOf(await service.as(mailbox)))
    );
    const sql = postgres(service.databaseUrl, { max: 1, onnotice: () => undefined });
    const asleep = 'Nghỉ phép trước khi có quy định.';
    try {
      for (const delegate of [officer!, other!])
        await sql`insert into delegations (absent, delegate, "from", through, reason, created_at, created_by)
          values (${head!}, ${delegate}, '2026-10-21', '2099-10-22', ${asleep}, now(), ${head!})`;
      await sql.unsafe(migration);
      const left = await sql`select delegate from delegations where reason = ${asleep} and ended_at is null`;
      expect(left.map((row) => row['delegate'] as string)).toEqual([officer]);
      await sql`delete from delegations where reason = ${asleep}`;
    } finally {
      await sql.end();
    }
  });
});

describe('R5: an act on an account and its record', () => {
  const promoted = { role: 'agency_officer', agency: 'justice' };
  const accountOf = async (id: string) => (await admin.get(`/v1/accounts/${id}`)).body as object;
  /** Another administrator's transaction. */
  const meanwhile = () => postgres(service.databaseUrl, { max: 1, onnotice: () => undefined });

  test('R5: what cannot be put on record is not done', async () => {
    const id = await idOf(await service.as('officer.construction'));
    const machine = await idOf(service.machine());
    const before = [await accountOf(id), (await admin.get(`/v1/accounts/${machine}/keys`)).body];
    const sql = meanwhile();
    await sql`create function refuse() returns trigger language plpgsql as 'begin raise ''full''; end'`;
    await sql`create trigger refuse before insert on admin_events execute function refuse()`;
    try {
      const email = 'not.on.record@example.vn';
      const answers = [
        await admin.put(`/v1/accounts/${id}`, promoted),
        await admin.post(`/v1/accounts/${id}/disable`),
        await admin.post(`/v1/accounts/${machine}/keys`, { name: 'portal' }),
        await admin.post('/v1/accounts', { email, name: 'Cán bộ xử lý', ...promoted }),
      ];
      expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
      expect([await accountOf(id), (await admin.get(`/v1/accounts/${machine}/keys`)).body]).toEqual(before);
      expect((await admin.get(`/v1/accounts?q=${email}`)).body.accounts).toEqual([]);
    } finally {
      await sql`drop function refuse cascade`;
      await sql.end();
    }
  });

  test('R5: the record tells how the account stood when the act was done', async () => {
    const id = await idOf(await service.as('lead.construction'));
    const sql = meanwhile();
    try {
      const answer = await sql.begin(async (tx) => {
        await tx`update accounts set agency = 'justice' where id = ${id}`;
        const given = admin.put(`/v1/accounts/${id}`, promoted);
        await eventually(() => waitingFor(tx), Boolean);
        return { given };
      });
      expect((await answer.given).status).toBe(200);
      const { items } = (await admin.get(`/v1/admin/events?subject=account/${id}`)).body as { items: object[] };
      expect(items[0]).toMatchObject({ before: { role: 'agency_lead', agency: 'justice' }, after: promoted });
    } finally {
      await sql.end();
    }
  });
});

describe('R10.3: the first administrator', () => {
  const email = 'first.admin@example.vn';
  const added = (...given: string[]) =>
    new Promise<{ code: number; output: string; told: string }>((resolve) => {
      const program = ['--import', 'tsx', join(__dirname, '..', '..', 'commands', 'addAdministrator.ts'), ...given];
      const env = {
        ...process.env,
        DATABASE_URL: service.serviceDatabaseUrl,
        PAYLOAD_KEYS: TEST_PAYLOAD_KEYS,
        AUTH_SECRET: randomUUID(),
        PUBLIC_URL: service.address,
        ...onLegalClock,
      };
      execFile(process.execPath, program, { env }, (error, output, told) => {
        resolve({ code: error === null ? 0 : Number(error.code), output, told });
      });
    });

  test('R10.3: is made by a command, which says a link to set the password by; the act is on record', async () => {
    const { code, output } = await added(email, 'Quản trị viên');
    expect(code).toBe(0);
    const token = new URL(output.trim()).hash.replace('#token=', '');
    const { password } = service;
    expect((await service.stranger.post('/v1/auth/reset-password', { token, password })).status).toBe(204);
    const first = await service.as('first.admin');
    expect((await first.get('/v1/auth/me')).body).toMatchObject({ email, role: 'admin', agency: null });
    const { items } = (await first.get(`/v1/admin/events?subject=account/${await idOf(first)}`)).body as {
      items: object[];
    };
    expect(items).toMatchObject([{ act: 'account.create', by: SERVICE, after: { role: 'admin' } }]);
  });

  test('R10.3: the command tells what is wrong with what it is given', async () => {
    expect(await added('admin@example.vn', 'Quản trị viên')).toMatchObject({
      code: 1,
      told: expect.stringMatching(/e-mail/),
    });
    expect(await added('no address', '')).toMatchObject({ code: 1, told: expect.stringMatching(/email[^]*name/) });
    expect(await added(email)).toMatchObject({ code: 1, told: expect.stringContaining('say the e-mail address') });
  });
});

test('R10.3: what an administrator does to an account is on record, without whose it is', async () => {
  const subject = `account/${await idOf(await service.newcomer())}`;
  await admin.post(`/v1/${subject.replace('account', 'accounts')}/disable`);
  const { items } = (await admin.get(`/v1/admin/events?subject=${subject}`)).body as { items: { act: string }[] };
  expect(items).toMatchObject([
    { act: 'account.disable', before: { disabled: false }, after: { role: 'submitter', agency: null, disabled: true } },
  ]);
});

test('R10.3: whoever is no administrator any more when the turn of their act comes does nothing', async () => {
  const entry = { label: 'Nhóm mới', labelEn: 'A new one', basis: 'Chỉ thị', position: 99 };
  const [absent, delegate] = [
    await idOf(await service.as('lead.finance')),
    await idOf(await service.as('officer.finance')),
  ];
  const period = { from: '2027-03-01', through: '2027-03-02', reason: 'Nghỉ phép.' };
  const sql = postgres(service.databaseUrl, { max: 1 });
  try {
    const asked = await sql.begin(async (holder) => {
      await holder`select pg_advisory_xact_lock(${locks.administration})`;
      const acts = [
        admin.post('/v1/catalogue/categories', { code: 'not-added', ...entry, document }),
        admin.post('/v1/policies', policyOf('2027-06-01', 19)),
        admin.post('/v1/delegations', { ...period, absent, delegate }),
        admin.post(`/v1/accounts/${delegate}/password-link`),
      ];
      await eventually(
        () => waitersFor(holder),
        (waiters) => waiters === acts.length
      );
      await holder`update accounts set disabled = true where email = 'admin@example.vn'`;
      return { acts: Promise.all(acts) };
    });
    expect((await asked.acts).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  } finally {
    await sql`update accounts set disabled = false where email = 'admin@example.vn'`;
    await sql.end();
  }
  expect(JSON.stringify((await admin.get('/v1/catalogue/categories')).body)).not.toContain('not-added');
});
