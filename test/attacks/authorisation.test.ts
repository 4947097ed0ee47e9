import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import postgres from 'postgres';
import type { Capacity } from '../../domain/capacities';
import { eventually } from '../support/eventually';
import { startService, type Service } from '../support/service';
import { visitor, type Answer, type Visitor } from '../support/visitor';
import { act, employed, idOf, LEAD, OTHER, submitted } from '../api/support/people';
import {
  asksBySecret,
  everyOperation,
  expectationOf,
  isOfCase,
  type Expectation,
  type Named,
  type Standing,
} from './support/entitlement';
import { rights, type Right } from './support/rights';

interface Somebody extends Standing {
  readonly visitor: Visitor;
}

/** What stands in the case, and may come before nobody's eyes to whom the case is hidden. */
const confided = {
  title: 'Điều chỉ người trong cuộc được biết',
  content: 'Nội dung chỉ người trong cuộc được đọc.',
  submitter: { name: 'Người kín tiếng', address: 'Ngõ Vắng', phone: '0900 111 222', email: 'kin.tieng@example.vn' },
};
const secrets = [confided.title, confided.content, ...Object.values(confided.submitter)];

let service: Service;
let code: string;
let everybody: Readonly<Record<string, Somebody>>;
let sql: postgres.Sql;

beforeAll(async () => {
  service = await startService({ env: { PUBLIC_READS_PER_ADDRESS: '10000', ROOT_READS_PER_ADDRESS: '10000' } });
  sql = postgres(service.databaseUrl, { max: 1 });
  const submitter = await service.as('citizen');
  const admin = await service.as('admin');
  const reception = await service.as('reception');
  const somebody = (visitor: Visitor, role: Standing['role'], ...capacities: Capacity[]): Somebody => ({
    visitor,
    role,
    capacities,
  });
  const withKey = async (scopes: NonNullable<Standing['scopes']>): Promise<Somebody> => {
    const owner = await idOf(service.machine());
    const { status, body } = await admin.post(`/v1/accounts/${owner}/keys`, { name: 'Hệ thống', scopes });
    expect(status).toBe(201);
    return { ...somebody(service.machine(body.key as string), 'integration', 'integration'), scopes };
  };
  everybody = {
    'somebody unknown': somebody(service.stranger, null),
    'its submitter': somebody(submitter, 'submitter', 'submitter', 'ownSubmitter'),
    'another submitter': somebody(await service.newcomer(), 'submitter', 'submitter'),
    'officer of the lead agency': somebody(
      await service.as(`officer.${LEAD}`),
      'agency_officer',
      'staff',
      'leadAgency',
      'leadAgencyOfficer'
    ),
    'head of the lead agency': somebody(
      await service.as(`lead.${LEAD}`),
      'agency_lead',
      'staff',
      'leadAgency',
      'leadAgencyHead'
    ),
    'officer of a coordinating agency': somebody(
      await service.as(`officer.${OTHER}`),
      'agency_officer',
      'staff',
      'coordinatingAgency'
    ),
    'head of a coordinating agency': somebody(
      await service.as(`lead.${OTHER}`),
      'agency_lead',
      'staff',
      'coordinatingAgency'
    ),
    'officer of another agency': somebody(await service.as('officer.commune-hill'), 'agency_officer'),
    'head of another agency': somebody(await service.as('lead.commune-hill'), 'agency_lead'),
    reception: somebody(reception, 'reception', 'reception', 'staff'),
    supervisor: somebody(await service.as('supervisor'), 'supervisor', 'supervisor', 'staff'),
    leadership: somebody(await service.as('leadership'), 'leadership', 'leadership', 'staff'),
    admin: somebody(admin, 'admin'),
    'key that submits': await withKey(['cases:submit']),
    'key that reads': await withKey(['cases:read']),
    'key that does both': await withKey(['cases:submit', 'cases:read']),
  };
  code = await submitted(submitter, confided);
  await act(reception, code, 'forward', { lead: LEAD, coordinating: [OTHER] });
  const officer = await idOf(everybody['officer of the lead agency']!.visitor);
  await act(everybody['head of the lead agency']!.visitor, code, 'assign', { officer });
});

afterAll(async () => {
  await sql.end();
  await service.stop();
});

/** Counts of attempts and the moments at which somebody was last seen change by asking alone. */
const COUNTED = ['account_attempts', 'account_sessions', 'account_keys'];

/** A digest of every row of every table. */
async function everything(): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> all (${COUNTED}) order by 1`;
  const digests = [];
  for (const { name } of tables)
    digests.push(await sql`select md5(string_agg(r::text, '|' order by r::text)) as digest from ${sql(name)} r`);
  return JSON.stringify(digests);
}

/** Until the effects of what was done before have come to rest. */
const settled = async (): Promise<string> => {
  let before = '';
  return eventually(everything, (now) => {
    const same = now === before;
    before = now;
    return same;
  });
};

/** An address of the operation: of the case where it is one's, of what there is not elsewhere. */
const addressOf = (operation: Named): [method: string, path: string] => {
  const [method = '', path = ''] = operation.route.split(' ');
  const of = isOfCase(operation) ? path.replace('{code}', code) : path;
  return [method, of.replace('{format}', 'json').replaceAll(/\{\w+\}/g, crypto.randomUUID())];
};

/** Asks with as little as an operation takes: whoever is refused is so before anything is read. */
async function ask({ visitor }: Somebody, operation: Named, headers: Record<string, string> = {}): Promise<Answer> {
  const [method, path] = addressOf(operation);
  const { body } = operation;
  if (body === 'multipart/form-data') return visitor.send(method, path, new FormData(), headers);
  if (body === undefined) return visitor.send(method, path, undefined, headers);
  const type = typeof body === 'string' ? body : 'application/json';
  return visitor.send(method, path, type.endsWith('json') ? '{}' : '', { 'content-type': type, ...headers });
}

interface Case {
  readonly what: string;
  readonly operation: Named;
  readonly somebody: Somebody;
  readonly expected: Expectation;
}

/** Everybody at every operation, one list for each. */
const matrix = (): Case[][] =>
  everyOperation.map((operation) =>
    Object.entries(everybody).map(([who, somebody]) => ({
      what: `${operation.id}, ${who}`,
      operation,
      somebody,
      expected: expectationOf(operation, somebody),
    }))
  );

/** All of an operation ask at once. */
async function asked(cases: Case[][], check: (row: Case, answer: Answer) => void): Promise<void> {
  for (const ofOperation of cases)
    await Promise.all(
      ofOperation.map(async (row) => {
        check(row, await ask(row.somebody, row.operation));
      })
    );
}

/** A stream of events has no end to wait for. */
const isEndless = ({ answers }: Named): boolean => JSON.stringify(answers[200] ?? '').includes('text/event-stream');

const isHiddenFrom = (somebody: Somebody): boolean =>
  expectationOf(
    everyOperation.find(({ id }) => id === 'readCase')!,
    somebody
  ) !== 'letIn';

const assertNothingTold = (what: string, somebody: Somebody, { bytes }: Answer): void => {
  if (isHiddenFrom(somebody))
    expect([what, secrets.filter((secret) => bytes.includes(Buffer.from(secret)))]).toEqual([what, []]);
};

/** Roles in one order. */
const compared = ({ for: entitled, scope = null }: Partial<Right>) => ({
  for: typeof entitled === 'object' ? [...entitled].sort() : entitled,
  scope,
});

test('R10.3: every operation entitles those whom the design names, and takes the keys that it names', () => {
  expect(new Map(everyOperation.map((operation) => [operation.id, compared(operation)]))).toEqual(
    new Map([...rights].map(([id, right]) => [id, compared(right)]))
  );
});

test('R10.3: the tables say of every operation whom it lets in', () => {
  expect(everyOperation.length).toBeGreaterThan(150);
  expect(new Set(matrix().flatMap((cases) => cases.map(({ expected }) => expected)))).toEqual(
    new Set(['not-signed-in', 'out-of-scope', 'forbidden', 'hidden', 'letIn'])
  );
});

/** What each is refused with. A case is hidden from whoever guesses its code by the length of codes, not by the answer. */
const refusals: Readonly<Record<Expectation, object>> = {
  'not-signed-in': { status: 401, type: 'not-signed-in' },
  'out-of-scope': { status: 403, type: 'out-of-scope' },
  forbidden: { status: 403, type: expect.stringMatching(/^(forbidden|needs-approval)$/) },
  hidden: { status: 403, type: 'forbidden' },
  letIn: {},
};

test('R10.3: whoever is not entitled to an operation is refused, is told nothing, and changes nothing', async () => {
  const before = await settled();
  const unentitled = matrix().map((cases) => cases.filter(({ expected }) => expected !== 'letIn'));
  await asked(unentitled, ({ what, somebody, expected }, answer) => {
    expect({ what, status: answer.status, type: answer.body.type }).toEqual({ what, ...refusals[expected] });
    assertNothingTold(what, somebody, answer);
  });
  expect(await everything()).toBe(before);
});

test('R10.3: another site uses nobody’s session for anything', async () => {
  const before = await settled();
  const signedIn = await fetch(`${service.address}/v1/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'reception@example.vn', password: service.password }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const foreign = { cookie, origin: 'https://elsewhere.example' };
  const tricked = { visitor: service.stranger, role: 'reception', capacities: [] } satisfies Somebody;
  const changing = everyOperation.filter(({ route }) => !route.startsWith('GET '));
  const passed: string[] = [];
  for (const operation of changing) {
    const { body, status } = await ask(tricked, operation, foreign);
    if (status !== 403 || body.type !== 'foreign-origin') passed.push(operation.id);
  }
  // These know no sessions: a secret of their own, or a key, lets in.
  expect(passed.sort()).toEqual(['takeBounce', 'takeSmsReceipt', 'takeZalo', 'takeZaloEvent']);
  expect(await everything()).toBe(before);
});

test('R10.3: the stream of changes tells an agency’s people of its cases alone', async () => {
  const mailboxes = [`officer.${OTHER}`, 'officer.commune-hill'];
  const [coordinating, other] = await Promise.all(mailboxes.map((mailbox) => listening(mailbox)));
  const reception = everybody['reception']!.visitor;
  const theirs = await submitted(reception, { channel: 'phone' });
  await act(reception, code, 'note', { text: 'Ghi chú.' });
  await act(reception, theirs, 'forward', { lead: 'commune-hill' });
  expect(await coordinating!.next()).toMatchObject({ code });
  expect(await other!.next()).toMatchObject({ code: theirs });
  for (const listener of [coordinating!, other!]) listener.stop();
});

test('R10.3: the stream of changes ends for whoever signs out, loses the account, or is with another agency', async () => {
  const admin = everybody['admin']!.visitor;
  const colleague = async (mailbox: string) => {
    const account = { name: 'Cán bộ', role: 'agency_officer', agency: OTHER, email: `${mailbox}@example.vn` };
    return `/v1/accounts/${await employed(service, admin, account)}`;
  };
  await colleague('stays');
  await colleague('leaves');
  const disabled = await colleague('is.disabled');
  const moved = await colleague('is.moved');
  const [stays, ...end] = await Promise.all(['stays', 'leaves', 'is.disabled', 'is.moved'].map(listening));
  expect((await end[0]!.visitor.post('/v1/auth/sign-out')).status).toBe(204);
  expect((await admin.post(`${disabled}/disable`)).status).toBe(200);
  const elsewhere = { role: 'agency_officer', agency: 'commune-hill' };
  expect((await admin.put(moved, elsewhere)).status).toBe(200);
  for (const listener of end) await expect(listener.next()).rejects.toThrow('the stream ended');
  await act(everybody['reception']!.visitor, code, 'note', { text: 'Ghi chú.' });
  expect(await stays!.next()).toMatchObject({ code });
  stays!.stop();
});

/** Somebody who listens to the stream of changes, event after event. */
async function listening(mailbox: string) {
  const signIn = { email: `${mailbox}@example.vn`, password: service.password };
  const { token } = (await service.stranger.post('/v1/auth/sign-in', signIn)).body as { token: string };
  const authorization = { authorization: `Bearer ${token}` };
  const stop = new AbortController();
  const response = await fetch(`${service.address}/v1/events/stream`, {
    headers: authorization,
    signal: stop.signal,
  });
  const lines = createInterface({ input: Readable.fromWeb(response.body as ReadableStream) })[Symbol.asyncIterator]();
  return {
    visitor: visitor(service.address, () => undefined, authorization),
    stop: () => {
      stop.abort();
    },
    next: async (): Promise<unknown> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) throw new Error('the stream ended');
        if (value.startsWith('data: ')) return JSON.parse(value.slice('data: '.length));
      }
    },
  };
}

test('R10.3: whoever is entitled to an operation is let in, and what is hidden from them is in no answer', async () => {
  /** Whoever has signed out asks nothing more. */
  const signsOut = (row: Case | undefined) => Number(row?.operation.id === 'signOut');
  const entitled = matrix()
    .map((cases) => cases.filter(({ operation, expected }) => expected === 'letIn' && !isEndless(operation)))
    .sort(([a], [b]) => signsOut(a) - signsOut(b));
  // 503 is what a busy machine answers in time, and described as such.
  await asked(entitled, ({ what, operation, somebody }, answer) => {
    const refused = [401, 403].includes(answer.status) && !asksBySecret(operation);
    expect({ what, refused, failed: answer.status >= 500 && answer.status !== 503 }).toEqual({
      what,
      refused: false,
      failed: false,
    });
    assertNothingTold(what, somebody, answer);
  });
});
