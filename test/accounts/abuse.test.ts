import { type Application, password, startApplication } from './support/application';
import type { Answer } from './support/browser';

let app: Application;
beforeAll(async () => {
  app = await startApplication();
});
afterAll(() => app.stop());

const signIn = (email: string, given: string, address = '203.0.113.1'): Promise<Answer> =>
  app.browser().ask('/v1/auth/sign-in', { json: { email, password: given }, headers: { 'x-forwarded-for': address } });

/** Moves the end of every running window to now, as time would. */
const windowsEnd = () => app.sql`update account_attempts set ends_at = now()`;

describe('R10.3: guessing passwords', () => {
  beforeEach(() => app.sql`delete from account_attempts`);

  test('R10.3: an account locks after its tries, from every address, and opens again with time', async () => {
    const email = 'reception@example.vn';
    for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3'])
      expect(await signIn(email, 'wrong', address)).toMatchObject({ status: 401 });
    const locked = await signIn(email, password, '203.0.113.4');
    expect(locked).toMatchObject({ status: 429, body: { type: 'too-many-attempts' } });
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await signIn('supervisor@example.vn', password)).toMatchObject({ status: 200 });

    await windowsEnd();
    expect(await signIn(email, password)).toMatchObject({ status: 200 });
  });

  test('R10.3: guesses made all at once get no more answers than guesses in a row', async () => {
    const guesses = Array.from({ length: 12 }, (_, index) => signIn('admin@example.vn', `guess ${index}`));
    const answers = (await Promise.all(guesses)).map(({ status }) => status);
    expect(answers.filter((status) => status === 401)).toHaveLength(3);
    expect(answers.filter((status) => status === 429)).toHaveLength(9);
  });

  test('R10.3: an address that tries many accounts is locked, its neighbour is not', async () => {
    for (let index = 0; index < 20; index += 1) await signIn(`nobody${index}@example.vn`, 'wrong', '2001:db8:1:2::1');
    expect(await signIn('citizen@example.vn', password, '2001:db8:1:2:ffff::9')).toMatchObject({ status: 429 });
    expect(await signIn('citizen@example.vn', password, '2001:db8:1:3::1')).toMatchObject({ status: 200 });
  });

  test('R10.3: whoever goes on with a locked account keeps nobody out who signs in from the same address', async () => {
    const address = '203.0.113.8';
    for (let index = 0; index < 25; index += 1) await signIn('reception@example.vn', 'an old password', address);
    expect(await signIn('citizen@example.vn', password, address)).toMatchObject({ status: 200 });
  });

  test('R10.3: signing in rightly uses up no tries', async () => {
    for (let index = 0; index < 25; index += 1)
      expect(await signIn('citizen@example.vn', password, '203.0.113.7')).toMatchObject({ status: 200 });
  });

  test('R10.3: nobody is flooded with e-mails that offer a new password', async () => {
    const ask = () => app.browser().ask('/v1/auth/forgot-password', { json: { email: 'citizen@example.vn' } });
    const answers = [await ask(), await ask(), await ask(), await ask()].map(({ status }) => status);
    expect(answers).toEqual([202, 202, 202, 429]);
  });
});

describe('R10.3: pages of other sites', () => {
  const foreign = { origin: 'https://elsewhere.example' };

  test('R10.3: a change by cookie needs the origin of our own pages', async () => {
    const browser = await app.signedIn('leadership@example.vn');
    const change = (headers: Record<string, string>) => browser.ask('/v1/anything', { json: {}, headers });
    expect(await change(foreign)).toMatchObject({ status: 403, body: { type: 'foreign-origin' } });
    expect(await change({ origin: 'null' })).toMatchObject({ status: 403 });
    expect(await change({ origin: `${app.url}.elsewhere.example` })).toMatchObject({ status: 403 });
    expect(await change({ origin: app.url })).toMatchObject({ status: 200 });
    expect(await browser.ask('/v1/auth/me', { headers: foreign })).toMatchObject({ status: 200 });
  });

  test('R10.3: a change by cookie without any origin is refused', async () => {
    const { headers } = await signIn('leadership@example.vn', password);
    const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
    const response = await fetch(`${app.url}/v1/anything`, { method: 'POST', headers: { cookie } });
    expect(response.status).toBe(403);
    const basic = { cookie, authorization: 'Basic eDp5' };
    expect((await fetch(`${app.url}/v1/anything`, { method: 'POST', headers: basic })).status).toBe(403);
  });

  test('R10.3: another site signs nobody in', async () => {
    const json = { email: 'citizen@example.vn', password };
    expect(await app.browser().ask('/v1/auth/sign-in', { json, headers: foreign })).toMatchObject({ status: 403 });
  });

  test('R10.3: a token needs no origin', async () => {
    const { body } = await signIn('leadership@example.vn', password);
    const headers = { authorization: `Bearer ${String(body.token)}` };
    const response = await fetch(`${app.url}/v1/anything`, { method: 'POST', headers });
    expect(await response.json()).toEqual({ by: (body.account as { id: string }).id });
  });

  test('R10.3: a token that fails is not made good by a cookie', async () => {
    const browser = await app.signedIn('leadership@example.vn');
    for (const headers of [{ authorization: 'Bearer wrong' }, { 'x-api-key': 'wrong' }])
      expect(await browser.ask('/v1/auth/me', { headers })).toMatchObject({ status: 401 });
  });
});
