import { locks } from '../../db/locks';
import { eventually } from '../support/eventually';
import { waitersFor, waitingFor } from '../support/locks';
import { type Application, password, startApplication } from './support/application';
import type { Browser } from './support/browser';

let app: Application;
let admin: Browser;
beforeAll(async () => {
  app = await startApplication();
  admin = await app.signedIn('admin@example.vn');
});
afterAll(() => app.stop());

const officer = { email: 'new.officer@example.vn', name: 'Cán bộ xử lý', role: 'agency_officer', agency: 'so-y-te' };

/** An account, whose owner has set the password where one is given. */
async function created({ password: chosen, ...account }: Readonly<Record<string, unknown>>): Promise<string> {
  const { status, body } = await admin.ask('/v1/accounts', { json: account });
  expect(status).toBe(201);
  const id = String(body.id);
  if (chosen === undefined) return id;
  const link = await admin.ask(`/v1/accounts/${id}/password-link`, { method: 'POST' });
  const json = { token: new URL(String(link.body.url)).hash.replace('#token=', ''), password: chosen };
  expect(await app.browser().ask('/v1/auth/reset-password', { json })).toMatchObject({ status: 204 });
  return id;
}

describe('R10.3: accounts of officers carry the rights of their unit', () => {
  test('R10.3: an administrator makes them', async () => {
    const id = await created({ ...officer, password });
    const signedIn = await app.signedIn(officer.email);
    expect((await signedIn.ask('/v1/auth/me')).body).toEqual({ id, ...officer, via: 'session' });
    expect(await admin.ask('/v1/accounts', { json: officer })).toMatchObject({
      status: 409,
      body: { type: 'email-taken' },
    });
  });

  test('an administrator sets nobody’s password, who else could act under another name', async () => {
    const json = { ...officer, email: 'with.password@example.vn', password };
    expect(await admin.ask('/v1/accounts', { json })).toMatchObject({
      status: 422,
      body: { type: 'invalid-input' },
    });
  });

  test.each([
    ['agency_officer', null],
    ['agency_lead', null],
    ['reception', null],
    ['reception', 'so-y-te'],
    ['submitter', 'so-y-te'],
    ['admin', 'office'],
  ])('R10.3: the role %s and the agency %s do not go together', async (role, agency) => {
    const json = { ...officer, email: 'misfit@example.vn', role, agency };
    expect(await admin.ask('/v1/accounts', { json })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/agency', code: 'misfit' }] },
    });
    const { sql } = app;
    const insert = sql`insert into accounts (id, email, name, role, agency)
      values ('misfit', 'misfit@example.vn', 'x', ${role}, ${agency})`;
    await expect(insert).rejects.toThrow('accounts_agency_fits_role');
  });

  test('R10.3: a change of unit takes effect at once', async () => {
    const email = 'mover@example.vn';
    const id = await created({ ...officer, email, password });
    const mover = await app.signedIn(email);
    const json = { role: 'agency_lead', agency: 'so-xay-dung' };
    expect(await admin.ask(`/v1/accounts/${id}`, { method: 'PUT', json })).toMatchObject({ status: 200, body: json });
    expect((await mover.ask('/v1/auth/me')).body).toMatchObject(json);
  });

  test('R10.3: an agency that is merged takes its people along, without those who are disabled', async () => {
    const gone = { ...officer, agency: 'so-noi-vu' };
    await created({ ...gone, email: 'stays@example.vn' });
    const id = await created({ ...gone, email: 'left@example.vn' });
    await admin.ask(`/v1/accounts/${id}/disable`, { method: 'POST' });
    await admin.ask('/agencies/so-noi-vu/merge/so-tai-chinh', { method: 'POST' });
    const emails = async (agency: string) => {
      const { body } = await admin.ask(`/agencies/${agency}/accounts`);
      return (body.accounts as { email: string }[]).map(({ email }) => email);
    };
    expect(await emails('so-noi-vu')).toEqual([]);
    expect(await emails('so-tai-chinh')).toEqual(['stays@example.vn']);
  });

  test('R10.3: nobody becomes staff by an e-mail that they only said was theirs', async () => {
    const email = 'future.officer@example.vn';
    const squatter = app.browser();
    const { body } = await squatter.ask('/v1/auth/sign-up', { json: { email, name: 'Người dân', password } });
    const path = `/v1/accounts/${(body.account as { id: string }).id}`;
    const promote = { method: 'PUT', json: { role: 'agency_officer', agency: 'so-y-te' } };
    expect(await admin.ask(path, promote)).toMatchObject({ status: 409, body: { type: 'email-unproven' } });
    expect((await squatter.ask('/v1/auth/me')).body).toMatchObject({ role: 'submitter', agency: null });

    await app.browser().ask('/v1/auth/forgot-password', { json: { email } });
    const token = (await app.nextReset()).hash.replace('#token=', '');
    await app.browser().ask('/v1/auth/reset-password', { json: { token, password: 'the owner’s password' } });
    expect(await admin.ask(path, promote)).toMatchObject({ status: 200 });
    expect(await squatter.ask('/v1/auth/me')).toMatchObject({ status: 401 });
  });

  test('R10.3: a disabled account is refused at once, and enabling it brings no session back', async () => {
    const email = 'leaver@example.vn';
    const id = await created({ ...officer, email, password });
    const leaver = await app.signedIn(email);
    const signIn = { json: { email, password } };
    await admin.ask(`/v1/accounts/${id}/disable`, { method: 'POST' });
    expect(await leaver.ask('/v1/auth/me')).toMatchObject({ status: 401 });
    expect(await app.browser().ask('/v1/auth/sign-in', signIn)).toMatchObject({
      status: 403,
      body: { type: 'account-disabled' },
    });
    await admin.ask(`/v1/accounts/${id}/enable`, { method: 'POST' });
    expect(await leaver.ask('/v1/auth/me')).toMatchObject({ status: 401 });
    expect(await app.browser().ask('/v1/auth/sign-in', signIn)).toMatchObject({ status: 200 });
  });

  test('R10.3: a session that begins while the account is being disabled is worth nothing', async () => {
    const email = 'racer@example.vn';
    await created({ ...officer, email, password });
    const racer = await app.signedIn(email);
    await app.sql`update accounts set disabled = true where email = ${email}`;
    expect(await racer.ask('/v1/auth/me')).toMatchObject({ status: 401 });
  });

  test.each(['citizen', 'officer.so-y-te', 'lead.so-y-te', 'reception', 'supervisor', 'leadership'])(
    'R10.3: %s manages no accounts',
    async (mailbox) => {
      const browser = await app.signedIn(`${mailbox}@example.vn`);
      const me = String((await browser.ask('/v1/auth/me')).body.id);
      const json = { role: 'admin', agency: null };
      for (const attempt of [
        browser.ask('/v1/accounts'),
        browser.ask('/v1/accounts', { json: { ...officer, email: 'friend@example.vn' } }),
        browser.ask(`/v1/accounts/${me}`, { method: 'PUT', json }),
        browser.ask(`/v1/accounts/${me}/keys`, { json: { name: 'mine' } }),
      ])
        expect(await attempt).toMatchObject({ status: 403 });
      expect(await app.browser().ask('/v1/accounts')).toMatchObject({ status: 401 });
    }
  );

  test('R10.3: an administrator cannot remove themselves', async () => {
    const me = String((await admin.ask('/v1/auth/me')).body.id);
    expect(await admin.ask(`/v1/accounts/${me}/disable`, { method: 'POST' })).toMatchObject({ status: 409 });
  });

  test('R10.3: the list is given in pages that neither repeat nor omit', async () => {
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null;) {
      const { body } = await admin.ask(`/v1/accounts?limit=3${after && `&after=${after}`}`);
      seen.push(...(body.accounts as { id: string }[]).map(({ id }) => id));
      after = body.next as string | null;
    }
    const all = await app.sql<{ id: string }[]>`select id from accounts order by created_at, id`;
    expect(seen).toEqual(all.map(({ id }) => id));
    const { body } = await admin.ask('/v1/accounts?agency=so-xay-dung&role=agency_officer');
    expect(body).toMatchObject({ accounts: [{ email: 'officer.so-xay-dung@example.vn' }], next: null });
  });

  test.each(['limit=0', 'limit=x', 'after=%00', 'role=king', "agency=';--"])(
    'R10.3: the query %s is refused',
    async (query) => {
      expect(await admin.ask(`/v1/accounts?${query}`)).toMatchObject({ status: 422 });
    }
  );

  test('R10.3: an id that cannot be one is refused, one that is nobody is not found', async () => {
    expect(await admin.ask('/v1/accounts/%00')).toMatchObject({ status: 422 });
    expect(await admin.ask('/v1/accounts/00000000-0000-4000-8000-000000000000')).toMatchObject({ status: 404 });
  });
});

describe('R10.3: an administrator helps people in', () => {
  test('R10.3: one account is found among many by part of its name or e-mail, without diacritics', async () => {
    const id = await created({ ...officer, email: 'thanh.tra@example.vn', name: 'Thanh tra Sở Y tế' });
    const found = async (q: string) =>
      ((await admin.ask(`/v1/accounts?q=${encodeURIComponent(q)}`)).body.accounts as { id: string }[]).map(
        (one) => one.id
      );
    expect(await found('so y te')).toEqual([id]);
    expect(await found('THANH.TRA@')).toEqual([id]);
    expect(await found('100%')).toEqual([]);
    await admin.ask(`/v1/accounts/${id}/disable`, { method: 'POST' });
    const disabled = async (value: string) =>
      ((await admin.ask(`/v1/accounts?q=thanh&disabled=${value}`)).body.accounts as unknown[]).length;
    expect([await disabled('true'), await disabled('false')]).toEqual([1, 0]);
  });

  test('R10.3: a lock of too many wrong passwords is seen, and taken away', async () => {
    const email = 'forgetful@example.vn';
    const id = await created({ ...officer, email, password });
    const signIn = async (given: string) =>
      (await app.browser().ask('/v1/auth/sign-in', { json: { email, password: given } })).status;
    for (let tries = 0; tries < 3; tries++) expect(await signIn('wrong password')).toBe(401);
    expect(await signIn(password)).toBe(429);
    const { body } = await admin.ask(`/v1/accounts/${id}`);
    expect(Date.parse(String(body.lockedUntil))).toBeGreaterThan(Date.parse(String(body.createdAt)));
    expect(await admin.ask(`/v1/accounts/${id}/unlock`, { method: 'POST' })).toMatchObject({
      status: 200,
      body: { lockedUntil: null },
    });
    expect(await signIn(password)).toBe(200);
  });

  test('R10.3: a link handed over in person sets a password once, and ends the sessions before', async () => {
    const email = 'newcomer@example.vn';
    const id = await created({ ...officer, email, password });
    const before = await app.signedIn(email);
    const { status, body } = await admin.ask(`/v1/accounts/${id}/password-link`, { method: 'POST' });
    expect(status).toBe(201);
    const url = new URL(String(body.url));
    expect([url.origin, url.pathname, url.search]).toEqual([app.url, '/reset-password', '']);
    const token = url.hash.replace('#token=', '');
    expect(JSON.stringify(await app.sql`select * from account_verifications`)).not.toContain(token);
    const json = { token, password: 'the newcomer’s own' };
    expect(await app.browser().ask('/v1/auth/reset-password', { json })).toMatchObject({ status: 204 });
    expect(await app.browser().ask('/v1/auth/reset-password', { json })).toMatchObject({ status: 422 });
    expect(await before.ask('/v1/auth/me')).toMatchObject({ status: 401 });
    const signedIn = await app.browser().ask('/v1/auth/sign-in', { json: { email, password: json.password } });
    expect(signedIn).toMatchObject({ status: 200 });
  });

  test('R10.3: no link outlives another that was used, or the disabling of its account', async () => {
    const email = 'many.links@example.vn';
    const id = await created({ ...officer, email, password });
    const act = (what: string) => admin.ask(`/v1/accounts/${id}/${what}`, { method: 'POST' });
    const link = async () => new URL(String((await act('password-link')).body.url)).hash.replace('#token=', '');
    const set = (token: string, chosen: string) =>
      app.browser().ask('/v1/auth/reset-password', { json: { token, password: chosen } });
    const used = { status: 422, body: { errors: [{ path: '/token', code: 'invalid_or_expired' }] } };

    const [first, second] = [await link(), await link()];
    expect(await set(first, 'the owner’s own')).toMatchObject({ status: 204 });
    expect(await set(second, 'somebody else’s')).toMatchObject(used);
    const third = await link();
    await act('disable');
    expect(await set(third, 'somebody else’s')).toMatchObject(used);
    await act('enable');
    const signIn = { json: { email, password: 'the owner’s own' } };
    expect(await app.browser().ask('/v1/auth/sign-in', signIn)).toMatchObject({ status: 200 });
  });

  test('R10.3: a link that is being made while its account is disabled opens nothing once that is enabled', async () => {
    const path = `/v1/accounts/${await created({ ...officer, email: 'under.way@example.vn' })}`;
    const act = (what: string) => admin.ask(`${path}/${what}`, { method: 'POST' });
    const { offered } = await app.sql.begin(async (holder) => {
      await holder`lock table account_verifications in share mode`;
      const offer = act('password-link');
      await eventually(() => waitingFor(holder), Boolean);
      await holder`update accounts set disabled = true where email = 'under.way@example.vn'`;
      return { offered: offer };
    });
    const token = new URL(String((await offered).body.url)).hash.replace('#token=', '');
    expect(await act('enable')).toMatchObject({ status: 200, body: { disabled: false } });
    const json = { token, password: 'somebody else’s' };
    expect(await app.browser().ask('/v1/auth/reset-password', { json })).toMatchObject({ status: 422 });
  });

  test('R10.3: enabling an account that is enabled ends nothing', async () => {
    const email = 'stays.enabled@example.vn';
    const id = await created({ ...officer, email, password });
    const browser = await app.signedIn(email);
    expect(await admin.ask(`/v1/accounts/${id}/enable`, { method: 'POST' })).toMatchObject({ status: 200 });
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 200 });
  });

  test('R10.3: a disabled account is sent no link', async () => {
    const email = 'disabled.asker@example.vn';
    const id = await created({ ...officer, email, password });
    const ask = (address: string) => app.browser().ask('/v1/auth/forgot-password', { json: { email: address } });
    await admin.ask(`/v1/accounts/${id}/disable`, { method: 'POST' });
    const other = 'enabled.asker@example.vn';
    await created({ ...officer, email: other, password });
    expect(await ask(email)).toMatchObject({ status: 202 });
    await ask(other);
    const json = { token: (await app.nextReset()).hash.replace('#token=', ''), password: 'the other’s own' };
    expect(await app.browser().ask('/v1/auth/reset-password', { json })).toMatchObject({ status: 204 });
    const signIn = { json: { email: other, password: json.password } };
    expect(await app.browser().ask('/v1/auth/sign-in', signIn)).toMatchObject({ status: 200 });
  });

  test('R10.3: no link proves a mailbox, opens a disabled account, or is for oneself', async () => {
    const link = (id: string) => admin.ask(`/v1/accounts/${id}/password-link`, { method: 'POST' });
    const json = { email: 'unproven@example.vn', name: 'Người dân', password };
    const { body } = await app.browser().ask('/v1/auth/sign-up', { json });
    expect(await link((body.account as { id: string }).id)).toMatchObject({
      status: 409,
      body: { type: 'email-unproven' },
    });
    const id = await created({ ...officer, email: 'gone@example.vn' });
    await admin.ask(`/v1/accounts/${id}/disable`, { method: 'POST' });
    expect(await link(id)).toMatchObject({ status: 403, body: { type: 'account-disabled' } });
    const me = String((await admin.ask('/v1/auth/me')).body.id);
    expect(await link(me)).toMatchObject({ status: 409, body: { type: 'own-account' } });
  });
});

describe('R1.6: keys of other systems', () => {
  const me = (key: string) => app.browser().ask('/v1/auth/me', { headers: { 'x-api-key': key } });

  test('R1.6: a key acts for its account, within its scopes, and is nowhere in the database', async () => {
    expect(await me(app.apiKey)).toMatchObject({
      status: 200,
      body: {
        email: 'integration@example.vn',
        role: 'integration',
        via: 'apiKey',
        scopes: ['cases:submit', 'cases:read'],
      },
    });
    expect(JSON.stringify(await app.sql`select * from account_keys`)).not.toContain(app.apiKey);
  });

  test('R1.6: a key beside a token counts, if both hold', async () => {
    const { token } = (await app.browser().ask('/v1/auth/sign-in', { json: { email: 'citizen@example.vn', password } }))
      .body;
    const both = (key: string, authorization: string) =>
      app.browser().ask('/v1/auth/me', { headers: { 'x-api-key': key, authorization } });
    expect(await both(app.apiKey, `Bearer ${String(token)}`)).toMatchObject({
      status: 200,
      body: { email: 'integration@example.vn', via: 'apiKey' },
    });
    for (const [key, authorization] of [
      [app.apiKey, 'Bearer wrong'],
      [app.apiKey, `Bearer ${String(token)} and more`],
      ['wrong', `Bearer ${String(token)}`],
    ] as const)
      expect(await both(key, authorization)).toMatchObject({ status: 401, body: { type: 'not-signed-in' } });
  });

  test('R1.6: a key ends alone, or with its account', async () => {
    const email = 'portal@example.vn';
    const id = await created({ email, name: 'Hệ thống kết nối', role: 'integration' });
    const make = async () => (await admin.ask(`/v1/accounts/${id}/keys`, { json: { name: 'portal' } })).body;
    const [first, second] = [await make(), await make()];
    await admin.ask(`/v1/accounts/${id}/keys/${String(first.id)}`, { method: 'DELETE' });
    expect(await me(String(first.key))).toMatchObject({ status: 401 });
    expect(await me(String(second.key))).toMatchObject({ status: 200 });

    await admin.ask(`/v1/accounts/${id}/disable`, { method: 'POST' });
    await admin.ask(`/v1/accounts/${id}/enable`, { method: 'POST' });
    expect(await me(String(second.key))).toMatchObject({ status: 401 });
  });

  test('R1.6: a key ends with the role of its account, and works no more when the role comes back', async () => {
    const id = await created({ email: 'once.portal@example.vn', name: 'Hệ thống kết nối', role: 'integration' });
    const { key } = (await admin.ask(`/v1/accounts/${id}/keys`, { json: { name: 'portal' } })).body;
    expect(await me(String(key))).toMatchObject({ status: 200 });
    for (const role of ['submitter', 'integration']) {
      const json = { role, agency: null };
      expect(await admin.ask(`/v1/accounts/${id}`, { method: 'PUT', json })).toMatchObject({ status: 200 });
    }
    expect(await me(String(key))).toMatchObject({ status: 401 });
  });

  test('R1.6: nor does one that was left open when its account got another role', async () => {
    const id = await created({ email: 'left.open@example.vn', name: 'Hệ thống kết nối', role: 'integration' });
    const { key } = (await admin.ask(`/v1/accounts/${id}/keys`, { json: { name: 'portal' } })).body;
    await app.sql`update accounts set role = 'submitter' where id = ${id}`;
    const json = { role: 'integration', agency: null };
    expect(await admin.ask(`/v1/accounts/${id}`, { method: 'PUT', json })).toMatchObject({ status: 200 });
    expect(await me(String(key))).toMatchObject({ status: 401 });
  });

  test('R1.6: a key tells when it was last used, and a minute of use is written once', async () => {
    const id = await created({ email: 'partner@example.vn', name: 'Hệ thống kết nối', role: 'integration' });
    const { key } = (await admin.ask(`/v1/accounts/${id}/keys`, { json: { name: 'partner' } })).body;
    const lastUsed = async () => {
      const { body } = await admin.ask(`/v1/accounts/${id}/keys`);
      return (body.keys as { lastUsedAt: string | null }[])[0]?.lastUsedAt;
    };
    expect(await lastUsed()).toBeNull();
    await me(String(key));
    const first = await lastUsed();
    expect(Date.parse(String(first))).not.toBeNaN();
    await me(String(key));
    expect(await lastUsed()).toBe(first);
    await app.sql`update account_keys set last_used_at = now() - interval '1 hour' where account_id = ${id}`;
    await me(String(key));
    expect(Date.parse(String(await lastUsed()))).toBeGreaterThanOrEqual(Date.parse(String(first)));
  });

  test('R1.6: people have no keys', async () => {
    const { body } = await admin.ask('/v1/accounts?role=reception');
    const [reception] = body.accounts as { id: string }[];
    const answer = await admin.ask(`/v1/accounts/${reception?.id ?? ''}/keys`, { json: { name: 'mine' } });
    expect(answer).toMatchObject({ status: 409, body: { type: 'not-an-integration' } });
  });
});

test('R10.3: of two administrators who disable each other at once, one is left', async () => {
  const both = await Promise.all(
    ['one.of.two@example.vn', 'other.of.two@example.vn'].map(async (email) => {
      const id = await created({ email, name: 'Quản trị', role: 'admin', password });
      return { id, browser: await app.signedIn(email) };
    })
  );
  const [one, other] = [both[0]!, both[1]!];
  const disable = (by: Browser, id: string) => by.ask(`/v1/accounts/${id}/disable`, { method: 'POST' });
  const { answers } = await app.sql.begin(async (holder) => {
    await holder`select pg_advisory_xact_lock(${locks.administration})`;
    const asked = [disable(one.browser, other.id), disable(other.browser, one.id)];
    await eventually(
      () => waitersFor(holder),
      (waiters) => waiters === 2
    );
    return { answers: Promise.all(asked) };
  });
  expect((await answers).map(({ status }) => status).sort()).toEqual([200, 403]);
});
