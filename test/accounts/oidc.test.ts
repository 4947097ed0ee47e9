import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type Application, password, startApplication } from './support/application';
import type { Browser } from './support/browser';
import { eventually } from '../support/eventually';
import { freePort } from '../support/freePort';
import { waitingFor } from '../support/locks';
import { type Running, startProcess } from './support/processes';

const client = { CLIENT_ID: 'pakn', CLIENT_SECRET: 'only for tests' };
let app: Application;
let provider: Running<{ kind: string }>;

const startProvider = (issuer: string, ours: string) =>
  startProcess<{ kind: string }>('provider.ts', {
    ...client,
    PORT: new URL(issuer).port,
    REDIRECT_URI: `${ours}/v1/auth/oidc/callback/sso`,
  });

const startWith = (issuer: string) =>
  startApplication({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: client.CLIENT_ID,
    OIDC_CLIENT_SECRET: client.CLIENT_SECRET,
    OIDC_LABEL: 'Đăng nhập một lần',
  });

const freeAddress = async () => `http://127.0.0.1:${await freePort()}`;

beforeAll(async () => {
  const issuer = await freeAddress();
  app = await startWith(issuer);
  // The service starts first: it must find the provider whenever that comes up.
  expect(await app.browser().ask('/v1/auth/oidc/start')).toMatchObject({
    status: 503,
    body: { type: 'provider-unavailable' },
  });
  provider = await startProvider(issuer, app.url);
});
afterAll(async () => {
  await app.stop();
  await provider.stop();
});

/** From our start page through the provider to the address of our callback, which is not yet visited. */
async function untilCallback(
  browser: Browser,
  who: string,
  tamper: (request: URL) => void = () => undefined
): Promise<URL> {
  const { status, headers } = await browser.ask('/v1/auth/oidc/start?returnTo=/cases');
  expect(status).toBe(302);
  const request = new URL(headers.get('location') ?? '');
  request.searchParams.set('login_hint', who);
  tamper(request);
  return browser.follow(request.href, `${app.url}/v1/auth/oidc/callback/sso`);
}

async function signInAs(who: string): Promise<{ browser: Browser; leadsTo: string | null }> {
  const browser = app.browser();
  const { headers } = await browser.ask((await untilCallback(browser, who)).href);
  return { browser, leadsTo: headers.get('location') };
}

const me = async (browser: Browser) => (await browser.ask('/v1/auth/me')).body;

describe('R1.1: signing in with the external provider', () => {
  test('R1.1: the pages are told of it', async () => {
    const { body } = await app.browser().ask('/v1/auth/methods');
    expect(body.oidc).toEqual({ label: 'Đăng nhập một lần', start: '/v1/auth/oidc/start' });
  });

  test('R1.1: a newcomer gets an account of a submitter, whatever the provider claims of them', async () => {
    const { browser, leadsTo } = await signInAs('newcomer');
    expect(leadsTo).toBe(`${app.url}/cases`);
    const account = { email: 'newcomer@example.vn', role: 'submitter', agency: null, via: 'session' };
    expect(await me(browser)).toMatchObject(account);
    const again = await signInAs('newcomer');
    expect(await me(again.browser)).toEqual(await me(browser));
    const rows =
      await app.sql`select access_token, refresh_token, id_token from account_logins where provider_id = 'sso'`;
    expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
  });

  test('R10.3: a staff account keeps the role that the administrator gave it', async () => {
    const { browser } = await signInAs('head');
    expect(await me(browser)).toMatchObject({
      email: 'lead.so-y-te@example.vn',
      role: 'agency_lead',
      agency: 'so-y-te',
    });
  });

  test('R10.3: an address that the provider has not verified opens no account that is there', async () => {
    const { browser, leadsTo } = await signInAs('impostor');
    expect(leadsTo).toBe(`${app.url}/sign-in?error=account_not_linked`);
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 401 });
  });

  test('R10.3: an account that somebody made with an address they have not proven is not joined', async () => {
    const squatter = { email: 'unproven@example.vn', name: 'Người dân', password: 'a sample password' };
    await app.browser().ask('/v1/auth/sign-up', { json: squatter });
    const { browser, leadsTo } = await signInAs('namesake');
    expect(leadsTo).toBe(`${app.url}/sign-in?error=account_not_linked`);
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 401 });
  });

  async function resetBy(email: string): Promise<void> {
    await app.browser().ask('/v1/auth/forgot-password', { json: { email } });
    const token = (await app.nextReset()).hash.replace('#token=', '');
    expect(await app.browser().ask('/v1/auth/reset-password', { json: { token, password } })).toMatchObject({
      status: 204,
    });
  }

  test('R10.3: who came by an address that the provider has not verified is out once its owner proves it', async () => {
    const email = 'mailbox.owner@example.vn';
    const { browser } = await signInAs('squatter');
    expect(await me(browser)).toMatchObject({ email, role: 'submitter' });
    await resetBy(email);
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 401 });
    const again = await signInAs('squatter');
    expect(again.leadsTo).toBe(`${app.url}/sign-in?error=account_not_linked`);
    expect(await again.browser.ask('/v1/auth/me')).toMatchObject({ status: 401 });
    expect(await me(await app.signedIn(email))).toMatchObject({ email });
  });

  test('R10.3: who came by a verified address keeps that way in beside the password', async () => {
    const account = await me((await signInAs('newcomer')).browser);
    await resetBy('newcomer@example.vn');
    expect(await me((await signInAs('newcomer')).browser)).toEqual(account);
    expect(await me(await app.signedIn('newcomer@example.vn'))).toEqual(account);
  });

  test.each(['disguised', 'nameless'])('R1.1: the address stands for a name that cannot be used (%s)', async (who) => {
    const email = `${who}@example.vn`;
    expect(await me((await signInAs(who)).browser)).toMatchObject({ email, name: email });
  });

  test('R1.1: an address that cannot be one opens no account', async () => {
    const { browser, leadsTo } = await signInAs('addressless');
    expect(leadsTo).toBe(`${app.url}/sign-in?error=unable_to_create_user`);
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 401 });
  });

  test('R10.3: who is disabled while they sign in is not in once they are enabled', async () => {
    const browser = app.browser();
    const callback = await untilCallback(browser, 'head');
    const { signedIn } = await app.sql.begin(async (holder) => {
      await holder`lock table account_sessions in share mode`;
      const signingIn = browser.ask(callback.href);
      await eventually(() => waitingFor(holder), Boolean);
      await holder`update accounts set disabled = true where email = 'lead.so-y-te@example.vn'`;
      return { signedIn: signingIn };
    });
    await signedIn;
    const [account] = await app.sql<{ id: string }[]>`select id from accounts where email = 'lead.so-y-te@example.vn'`;
    const admin = await app.signedIn('admin@example.vn');
    const enabled = await admin.ask(`/v1/accounts/${account!.id}/enable`, { method: 'POST' });
    expect(enabled).toMatchObject({ status: 200, body: { disabled: false } });
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 401 });
  });

  test('R10.3: a disabled account stays out', async () => {
    await signInAs('head');
    await app.sql`update accounts set disabled = true where email = 'lead.so-y-te@example.vn'`;
    const { browser, leadsTo } = await signInAs('head');
    expect(leadsTo).toContain(`${app.url}/sign-in?error=account_disabled`);
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 401 });
  });
});

describe('R10.3: answers that are not the provider’s to our question', () => {
  async function refused(browser: Browser, callback: URL, error: string): Promise<void> {
    const { headers } = await browser.ask(callback.href);
    expect(headers.get('location')).toBe(`${app.url}/sign-in?error=${error}`);
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 401 });
  }

  test.each(['another', 'what cannot be kept\0'])('R10.3: another state: %j', async (state) => {
    const browser = app.browser();
    const callback = await untilCallback(browser, 'newcomer');
    callback.searchParams.set('state', state);
    await refused(browser, callback, 'state_mismatch');
  });

  test('R10.3: no state', async () => {
    const browser = app.browser();
    const callback = await untilCallback(browser, 'newcomer');
    callback.searchParams.delete('state');
    await refused(browser, callback, 'state_not_found');
  });

  test('R10.3: an answer that another browser asked for', async () => {
    const callback = await untilCallback(app.browser(), 'newcomer');
    await refused(app.browser(), callback, 'state_mismatch');
  });

  test('R10.3: another nonce in the identity', async () => {
    const browser = app.browser();
    const callback = await untilCallback(browser, 'newcomer', ({ searchParams }) => {
      expect(searchParams.get('nonce')).not.toBeNull();
      searchParams.set('nonce', 'another');
    });
    await refused(browser, callback, 'unable_to_get_user_info');
  });

  test('R10.3: a code that was made for another verifier (PKCE)', async () => {
    const browser = app.browser();
    const callback = await untilCallback(browser, 'newcomer', ({ searchParams }) => {
      expect(searchParams.get('code_challenge_method')).toBe('S256');
      searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
    });
    await refused(browser, callback, 'invalid_code');
  });

  test('R10.3: a code that was used before', async () => {
    const browser = app.browser();
    const callback = await untilCallback(browser, 'newcomer');
    await browser.ask(callback.href);
    await browser.ask('/v1/auth/sign-out', { method: 'POST' });
    await refused(browser, callback, 'state_mismatch');
  });

  test.each(['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example/', 'javascript:alert(1)'])(
    'R10.3: nobody is led to %s afterwards',
    async (returnTo) => {
      const answer = await app.browser().ask(`/v1/auth/oidc/start?returnTo=${encodeURIComponent(returnTo)}`);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: '/returnTo' }] } });
    }
  );
});

test('R10.3: a provider that hangs holds up nobody who has a password', async () => {
  const hanging = createServer().listen(0, '127.0.0.1');
  await once(hanging, 'listening');
  const other = await startWith(`http://127.0.0.1:${(hanging.address() as AddressInfo).port}`);
  try {
    const browser = await other.signedIn('citizen@example.vn');
    expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 200 });
  } finally {
    await other.stop();
    hanging.close();
  }
});
