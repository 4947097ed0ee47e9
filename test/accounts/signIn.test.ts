import { type Application, password, startApplication } from './support/application';

let app: Application;
beforeAll(async () => {
  app = await startApplication();
});
afterAll(() => app.stop());

const citizen = { email: 'citizen@example.vn', password };

describe('R1.1: a person has an account', () => {
  test('R1.1: signs up as a submitter and is signed in', async () => {
    const browser = app.browser();
    const person = { email: 'Somebody@Example.vn', name: 'Người dân', password };
    const answer = await browser.ask('/v1/auth/sign-up', { json: person });
    expect(answer).toMatchObject({
      status: 201,
      body: { account: { email: 'somebody@example.vn', role: 'submitter', agency: null, via: 'session' } },
    });
    expect((await browser.ask('/v1/auth/me')).body).toEqual(answer.body.account);
    const again = await app.browser().ask('/v1/auth/sign-up', { json: person });
    expect(again).toMatchObject({ status: 409, body: { type: 'email-taken' } });
  });

  test.each([{ role: 'admin' }, { agency: 'so-y-te' }, { disabled: false }, { emailVerified: true }, { id: 'x' }])(
    'R10.3: nobody gives themselves %j',
    async (extra) => {
      const [field = ''] = Object.keys(extra);
      const json = { email: `climber.${field.toLowerCase()}@example.vn`, name: 'Người dân', password, ...extra };
      const answer = await app.browser().ask('/v1/auth/sign-up', { json });
      expect(answer).toMatchObject({
        status: 422,
        body: { errors: [{ path: `/${field}`, code: 'unrecognized_keys' }] },
      });
    }
  );

  test.each([
    ['a bidirectional override', 'Người \u202edân'],
    ['a line break', 'Người\ndân'],
    ['a null character', 'Người\u0000dân'],
    ['an invisible joiner', 'Người\u200ddân'],
  ])('R1.1: a name with %s is refused', async (_what, name) => {
    const answer = await app
      .browser()
      .ask('/v1/auth/sign-up', { json: { email: 'disguised@example.vn', name, password } });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: '/name' }] } });
  });
});

describe('R10.3: signing in', () => {
  test('R10.3: the token and the cookie are each enough, and an officer carries the unit', async () => {
    const browser = app.browser();
    const json = { email: 'officer.so-y-te@example.vn', password };
    const { body, headers } = await browser.ask('/v1/auth/sign-in', { json });
    expect(headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const officer = { email: json.email, role: 'agency_officer', agency: 'so-y-te', via: 'session' };
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 200, body: officer });
    const authorization = `Bearer ${String(body.token)}`;
    const program = await app.browser().ask('/v1/auth/me', { headers: { authorization } });
    expect(program).toMatchObject({ status: 200, body: officer });
  });

  test('R10.3: each sign-in has a token of its own, whatever token came with it', async () => {
    const browser = app.browser();
    const first = await browser.ask('/v1/auth/sign-in', { json: citizen });
    const second = await browser.ask('/v1/auth/sign-in', { json: citizen });
    expect(second.body.token).not.toEqual(first.body.token);
  });

  test('R10.3: a wrong password and an unknown account get the same answer', async () => {
    const wrong = await app.browser().ask('/v1/auth/sign-in', { json: { ...citizen, password: 'not the password' } });
    const unknown = await app.browser().ask('/v1/auth/sign-in', { json: { ...citizen, email: 'nobody@example.vn' } });
    expect(wrong).toMatchObject({ status: 401, body: { type: 'wrong-credentials', status: 401 } });
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
    expect(unknown.body).toEqual(wrong.body);
  });

  test('R10.3: a malformed request is told every fault', async () => {
    const answer = await app.browser().ask('/v1/auth/sign-in', { json: { email: 'nobody', remember: true } });
    const paths = (answer.body.errors as { path: string }[]).map(({ path }) => path);
    expect({ status: answer.status, paths }).toEqual({ status: 422, paths: ['/email', '/password', '/remember'] });
  });

  test.each(['', 'null', '[]', '"text"', '{"email":', '{"email":{"$gt":""},"password":[1]}'])(
    'R10.3: the body %s is refused, not a failure',
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${app.url}/v1/auth/sign-in`, { method: 'POST', headers, body });
      expect([400, 422]).toContain(response.status);
    }
  );

  test('R10.3: after signing out neither token nor cookie is worth anything', async () => {
    const browser = app.browser();
    const { body } = await browser.ask('/v1/auth/sign-in', { json: citizen });
    expect(await browser.ask('/v1/auth/sign-out', { method: 'POST' })).toMatchObject({ status: 204 });
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 401 });
    const authorization = `Bearer ${String(body.token)}`;
    expect(await app.browser().ask('/v1/auth/me', { headers: { authorization } })).toMatchObject({ status: 401 });
  });

  test('R10.3: what is in the database does not open a session', async () => {
    await app.signedIn(citizen.email);
    const [row] = await app.sql<{ token: string }[]>`select token from account_sessions limit 1`;
    for (const token of [row?.token, `${row?.token ?? ''}.`, `${row?.token ?? ''}.AAAA`]) {
      const headers = { authorization: `Bearer ${token ?? ''}` };
      expect(await app.browser().ask('/v1/auth/me', { headers })).toMatchObject({ status: 401 });
    }
  });

  test('R10.3: a session ends when its time is over', async () => {
    const browser = await app.signedIn('supervisor@example.vn');
    await app.sql`update account_sessions set expires_at = now() where account_id in
      (select id from accounts where email = 'supervisor@example.vn')`;
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 401 });
    const other = await app.signedIn(citizen.email);
    await other.ask('/purge', { method: 'POST' });
    expect(await app.sql`select 1 from account_sessions where expires_at < now()`).toHaveLength(0);
    expect(await other.ask('/v1/auth/me')).toMatchObject({ status: 200 });
  });
});

describe('R10.3: the forgotten password', () => {
  const email = 'leadership@example.vn';

  test('R10.3: is replaced once, ends every session, and lifts a lock-out', async () => {
    const before = await app.signedIn(email);
    for (const wrong of ['wrong 1', 'wrong 2', 'wrong 3', 'wrong 4'])
      await app.browser().ask('/v1/auth/sign-in', { json: { email, password: wrong } });
    await app.browser().ask('/v1/auth/forgot-password', { json: { email } });
    const token = (await app.nextReset()).hash.replace('#token=', '');

    const json = { token, password: 'another password' };
    const browser = app.browser();
    expect(await browser.ask('/v1/auth/reset-password', { json })).toMatchObject({ status: 204 });
    for (const known of [token, `${token}\0`])
      expect(await browser.ask('/v1/auth/reset-password', { json: { ...json, token: known } })).toMatchObject({
        status: 422,
        body: { errors: [{ path: '/token', code: 'invalid_or_expired' }] },
      });
    expect(await before.ask('/v1/auth/me')).toMatchObject({ status: 401 });
    const signIn = { json: { email, password: json.password } };
    expect(await browser.ask('/v1/auth/sign-in', signIn)).toMatchObject({ status: 200 });
  });

  test('R10.3: the answer does not tell whether there is an account, and the token is not in the database', async () => {
    const known = await app.browser().ask('/v1/auth/forgot-password', { json: { email: citizen.email } });
    const unknown = await app.browser().ask('/v1/auth/forgot-password', { json: { email: 'nobody@example.vn' } });
    expect([known.status, known.body]).toEqual([202, {}]);
    expect([unknown.status, unknown.body]).toEqual([202, {}]);
    const token = (await app.nextReset()).hash.replace('#token=', '');
    const rows = await app.sql`select * from account_verifications`;
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});
