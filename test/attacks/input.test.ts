import { exchange } from '../../subscribers/exchange';
import { eventually } from '../support/eventually';
import { startMailServer, type MailServer } from '../support/mailServer';
import { startReceiver } from '../support/receiver';
import { startService, type Service } from '../support/service';
import type { Answer, Visitor } from '../support/visitor';
import { act, peopleOf, petition, submitted, type People } from '../api/support/people';

let service: Service;
let people: People;
let mails: MailServer;

beforeAll(async () => {
  mails = await startMailServer();
  service = await startService({
    env: {
      LOG_LEVEL: 'info',
      SIGN_IN_TRIES_PER_ADDRESS: '20',
      SMTP_URL: `smtp://127.0.0.1:${String(mails.port)}?ignoreTLS=true`,
      MAIL_FROM: 'PAKN <pakn@province.example>',
    },
  });
  people = await peopleOf(service);
});

afterAll(async () => {
  await service.stop();
  await mails.stop();
});

interface Described {
  readonly in: string;
  readonly name: string;
}

interface DescribedOperation {
  readonly parameters?: readonly Described[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: object }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

const described = async () => (await service.stranger.get('/openapi.json')).body as Document;

test('R10.3: an address refuses every method that it does not have, and names those that it has', async () => {
  const { paths } = await described();
  for (const [path, operations] of Object.entries(paths)) {
    const address = path.replace('{format}', 'json').replaceAll(/\{\w+\}/g, 'x');
    const known = Object.keys(operations).map((method) => method.toUpperCase());
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !known.includes(one))) {
      // Such an answer may stand in no operation's description: there is no operation.
      const { status, headers } = await fetch(service.address + address, { method });
      const allowed = (headers.get('allow') ?? '').split(', ').filter((one) => one !== 'HEAD');
      expect({ method, path, status, allowed: allowed.sort() }).toEqual({
        method,
        path,
        status: 405,
        allowed: known.sort(),
      });
    }
  }
});

describe('R10.3: mass assignment', () => {
  /** Where an object of a schema takes fields that it does not name. */
  function open(schema: object, where: string, schemas: Document['components']['schemas']): string[] {
    const { $ref, type, properties, additionalProperties, items, anyOf, oneOf, allOf } = schema as {
      $ref?: string;
      type?: string;
      properties?: Record<string, object>;
      additionalProperties?: boolean | object;
      items?: object;
      anyOf?: object[];
      oneOf?: object[];
      allOf?: object[];
    };
    const referred = $ref === undefined ? undefined : schemas[$ref.split('/').at(-1) ?? ''];
    return [
      ...(type === 'object' && additionalProperties === undefined && oneOf === undefined ? [where] : []),
      ...(referred === undefined ? [] : open(referred, where, schemas)),
      ...(typeof additionalProperties === 'object' ? open(additionalProperties, `${where}/*`, schemas) : []),
      ...(items === undefined ? [] : open(items, `${where}/0`, schemas)),
      ...[...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])].flatMap((one) => open(one, where, schemas)),
      ...Object.entries(properties ?? {}).flatMap(([name, part]) => open(part, `${where}/${name}`, schemas)),
    ];
  }

  test('R10.3: no body takes a field that it does not name, at any depth', async () => {
    const { paths, components } = await described();
    const bodies = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { requestBody }]) => {
        const schema = requestBody?.content['application/json']?.schema;
        return schema === undefined ? [] : [open(schema, `${method} ${path}`, components.schemas)];
      })
    );
    expect(bodies.length).toBeGreaterThan(60);
    expect(bodies.flat()).toEqual([]);
  });

  test('R10.3: what the service sets by itself is refused by name', async () => {
    const own = { code: 'PAKN-2601-AAAA-BBBB-CCCC', status: 'closed', leadAgency: 'justice', account: null, seq: 9 };
    const { status, body } = await people.citizen.post('/v1/cases', { ...petition(), ...own });
    expect(status).toBe(422);
    expect((body.errors as { path: string }[]).map(({ path }) => path).sort()).toEqual(
      Object.keys(own)
        .map((name) => `/${name}`)
        .sort()
    );
    const code = await submitted(people.citizen);
    const accepted = await people.reception.post(`/v1/cases/${code}/accept`, {
      by: 'somebody',
      at: '2026-01-01T00:00:00Z',
    });
    expect(accepted).toMatchObject({ status: 422, body: { errors: [{ path: '/by' }, { path: '/at' }] } });
  });
});

test('R10.3: what cannot be kept names nothing, in every address', async () => {
  const { paths } = await described();
  const failed: string[] = [];
  for (const [path, operations] of Object.entries(paths))
    for (const method of Object.keys(operations)) {
      const named = [...path.matchAll(/\{(?!format)\w+\}/g)].map(([name]) => name);
      const attacked = path.replace('{format}', 'json');
      for (const visitor of [people.reception, people.admin, service.stranger])
        for (const name of named) {
          const address = attacked.replace(name, 'a%00').replaceAll(/\{\w+\}/g, 'x');
          const { status } =
            method === 'get'
              ? await visitor.get(address)
              : await visitor.send(method.toUpperCase(), address, '{}', { 'content-type': 'application/json' });
          if (status >= 500 || status < 400) failed.push(`${method} ${address}: ${String(status)}`);
        }
    }
  expect(failed).toEqual([]);
  const forged = Buffer.from(JSON.stringify([0, 0, 'a\0'])).toString('base64url');
  expect((await service.stranger.get(`/v1/public/cases?cursor=${forged}`)).status).toBe(422);
});

test('R10.3: what a client says of its own address counts for nothing where no proxy is trusted', async () => {
  const guess = { token: 'guessed', password: 'a password of somebody' };
  const answers: number[] = [];
  for (let index = 0; index < 21; index++)
    answers.push(
      (
        await service.stranger.post('/v1/auth/reset-password', guess, {
          'x-forwarded-for': `203.0.113.${String(index)}`,
          forwarded: `for=203.0.113.${String(index)}`,
        })
      ).status
    );
  expect(answers.slice(0, 20).every((status) => status === 422)).toBe(true);
  expect(answers.at(-1)).toBe(429);
});

describe('R1.4: mail', () => {
  test('nobody’s words begin a header of their own', async () => {
    const code = await submitted(people.citizen, {
      title: 'Đơn\r\nBcc: victim@elsewhere.example',
      submitter: {
        ...petition().submitter,
        name: 'Người gửi\r\nReply-To: victim@elsewhere.example',
        email: 'gui@example.vn',
      },
    });
    const { title, submitter } = (await people.reception.get(`/v1/cases/${code}`)).body;
    expect([title, submitter.name].join()).not.toMatch(/[\r\n]/);
    await act(people.reception, code, 'message', {
      subject: 'Trao đổi\nCc: victim@elsewhere.example',
      text: 'Nội dung.\r\n.\r\nQUIT',
    });
    const mail = await eventually(
      () => Promise.resolve(mails.received.find(({ mail: { subject } }) => subject?.includes('Trao đổi'))),
      (found) => found !== undefined
    );
    expect(mail).toMatchObject({
      to: 'gui@example.vn',
      mail: { subject: expect.stringContaining('Trao đổi Cc: victim@elsewhere.example') },
    });
    expect(mails.received.filter(({ to }) => to.includes('victim'))).toEqual([]);
    for (const {
      mail: { headers },
    } of mails.received)
      expect(['bcc', 'cc', 'reply-to'].filter((name) => headers.has(name))).toEqual([]);
  });

  test.each([
    'a@example.vn\r\nBcc: b@example.vn',
    'a@example.vn,b@example.vn',
    '"a b"@example.vn>,<b@example.vn',
    'a@[127.0.0.1]',
  ])('%j is no address', async (email) => {
    const { status, body } = await people.citizen.post(
      '/v1/cases',
      petition({ submitter: { ...petition().submitter, email } })
    );
    expect({ status, path: body.errors[0].path }).toEqual({ status: 422, path: '/submitter/email' });
  });
});

describe('R1.6: addresses that lead inside', () => {
  test.each([
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://localhost/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://①②⑦.⓪.⓪.①/',
    'http://192.0.0.192/',
    'http://198.18.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
  ])('%s is refused', async (url) => {
    const { status, body } = await people.admin.post('/v1/webhooks', { name: 'Hệ thống', url });
    expect({ status, errors: body.errors }).toMatchObject({ status: 422, errors: [{ path: '/url', code: 'private' }] });
  });

  test('a name that leads inside only when it is connected to is not connected to', async () => {
    const inside = await startReceiver();
    const url = new URL(inside.url.replace('127.0.0.1', 'localhost'));
    const policy = { allowedNetworks: [], plainHttp: true };
    const asked = exchange({ method: 'POST', url, headers: {}, body: '{}' }, { policy, timeoutMillis: 5_000 });
    await expect(asked).rejects.toThrow('not one that messages may be sent to');
    expect(inside.received).toEqual([]);
    await inside.stop();
  });
});

test('R10.3: what looks like SQL is a text like any other, in every parameter of every list', async () => {
  const code = await submitted(people.citizen);
  const attacks = [
    "'",
    "' OR '1'='1",
    "'); DROP TABLE cases; --",
    '\\',
    '$1',
    '%',
    '1;SELECT pg_sleep(9)',
    '\u0000',
    '"',
  ];
  const { paths } = await described();
  const asked = Object.entries(paths).flatMap(([path, { get }]) =>
    (get?.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => ({ path, name }))
  );
  expect(asked.length).toBeGreaterThan(80);
  const failed: string[] = [];
  for (const { path, name } of asked) {
    const address = path
      .replace('{code}', code)
      .replace('{format}', 'json')
      .replaceAll(/\{\w+\}/g, 'x');
    const visitor: Visitor =
      path.startsWith('/v1/accounts') || path.startsWith('/v1/admin') ? people.admin : people.supervisor;
    const answers = await Promise.all(
      attacks.map((attack) => visitor.get(`${address}?${name}=${encodeURIComponent(attack)}`))
    );
    answers.forEach(({ status }, index) => {
      if (status >= 500) failed.push(`${path}?${name}=${attacks[index] ?? ''}: ${String(status)}`);
    });
  }
  expect(failed).toEqual([]);
  const found = async (q: string) =>
    ((await people.supervisor.get(`/v1/cases?q=${encodeURIComponent(q)}`)).body.items as unknown[]).length;
  expect([await found("' OR '1'='1"), await found('%'), await found('_'), await found(code)]).toEqual([0, 0, 0, 1]);
});

describe('R10.3: letters that look like others', () => {
  test('a text is found however it is encoded, and whatever no eye sees in it', async () => {
    const code = await submitted(people.citizen, {
      title: `Cấp gi\u200bấy phép xâ\u00ady dựng`.normalize('NFD'),
      content: 'Ｘây dựng không phép',
    });
    for (const q of ['giấy phép xây dựng', 'GIAY PHEP XAY DUNG', 'xay dung khong phep', 'giấy phép'.normalize('NFD')]) {
      const { items } = (await people.supervisor.get(`/v1/cases?q=${encodeURIComponent(q)}`)).body as {
        items: { code: string }[];
      };
      expect([q, items.map((item) => item.code)]).toEqual([q, expect.arrayContaining([code])]);
    }
  });

  test('no code, id, address or account is one that only looks like it', async () => {
    const code = await submitted(people.citizen);
    for (const lookalike of [code.replace('A', 'А'), `${code}\u200b`, code.replace('P', 'Р'), code.toLowerCase()])
      expect((await people.reception.get(`/v1/cases/${encodeURIComponent(lookalike)}`)).status).toBe(404);
    const forwarded = await people.reception.post(`/v1/cases/${code}/forward`, { lead: 'justiсe' });
    expect(forwarded).toMatchObject({ status: 422, body: { errors: [{ path: '/lead' }] } });
    const signUp = { email: 'reсeption@example.vn', name: 'Người dân', password: 'a password of theirs' };
    expect(await service.stranger.post('/v1/auth/sign-up', signUp)).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/email' }] },
    });
    const name = { ...signUp, email: 'somebody@example.vn', name: 'Vаn phòng Ủy ban' };
    expect(await service.stranger.post('/v1/auth/sign-up', name)).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/name' }] },
    });
  });

  test.each(['\u202e', '\u2066', '\u0000', '\u001b[31m', '\u009b31m', '\ud800', '\ufffe'])(
    '%j is in no text',
    async (trick) => {
      const { status, body } = await people.citizen.post(
        '/v1/cases',
        petition({ title: `a${trick}b`, content: `a${trick}b` })
      );
      expect({ status, paths: (body.errors as { path: string }[]).map(({ path }) => path).sort() }).toEqual({
        status: 422,
        paths: ['/content', '/title'],
      });
    }
  );
});

test('R10.3: nothing that somebody sends begins a line of the log, colours it, or stands in it', async () => {
  const forged = '{"level":50,"msg":"forged"}';
  const asked: Promise<Answer>[] = [
    service.stranger.get(`/v1/cases/${encodeURIComponent(`\n${forged}`)}`, {
      'user-agent': `\u009b31m${forged}`,
      'x-request-id': `1 ${forged}`,
    }),
    service.stranger.post('/v1/auth/sign-in', { email: `a@b.vn\n${forged}`, password: `\u001b[31m${forged}` }),
    people.citizen.post('/v1/cases', petition({ title: `\n${forged}`, content: `a\n${forged}` })),
    people.citizen.post('/v1/cases', petition(), { 'idempotency-key': forged }),
    people.supervisor.get(`/v1/cases?q=${encodeURIComponent(`\n${forged}`)}`),
    people.citizen.upload(`\n${forged}`, forged),
  ];
  await Promise.all(asked);
  const last = crypto.randomUUID();
  await service.stranger.get('/healthz', { 'x-request-id': last });
  const output = await eventually(
    () => Promise.resolve(service.api.output()),
    (text) => text.includes(last) && text.endsWith('\n')
  );
  const lines = output.trim().split('\n');
  expect(lines.length).toBeGreaterThan(100);
  for (const line of lines) {
    expect(line).not.toMatch(/forged|[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    expect(() => JSON.parse(line) as unknown).not.toThrow();
  }
});
