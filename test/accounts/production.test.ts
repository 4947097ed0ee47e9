import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountsConfigFrom } from '../../accounts/config';
import { password, startApplication } from './support/application';

describe('R10.3: in production', () => {
  test('R10.3: sample accounts are refused', async () => {
    await expect(startApplication({ NODE_ENV: 'production' })).rejects.toThrow(
      'Sample accounts are refused in production'
    );
  });

  test('R10.3: the cookie travels over TLS only', async () => {
    const app = await startApplication({ NODE_ENV: 'production', SAMPLE_AGENCIES: '' });
    try {
      const browser = app.browser();
      const json = { email: 'citizen@example.vn', name: 'Người dân', password };
      const { headers } = await browser.ask('/v1/auth/sign-up', { json });
      expect(headers.get('set-cookie')).toMatch(/^__Secure-pakn\.session_token=.+; HttpOnly; Secure; SameSite=Lax$/);
      expect(await browser.ask('/v1/auth/me')).toMatchObject({ status: 200 });
      const signOut = await browser.ask('/v1/auth/sign-out', { method: 'POST' });
      expect(signOut.headers.get('set-cookie')).toMatch(/^__Secure-pakn\.session_token=;.*; Secure;/);
    } finally {
      await app.stop();
    }
  });
});

describe('R10.3: the configuration of accounts', () => {
  const given = { AUTH_SECRET: 'x'.repeat(32), PUBLIC_URL: 'https://pakn.example.vn/' };

  test('R10.3: has no secret of its own and tells every fault, but no value', () => {
    expect(() => accountsConfigFrom({})).toThrow(/AUTH_SECRET: .*PUBLIC_URL: /);
    const wrong = { ...given, AUTH_SECRET: 'too short', OIDC_CLIENT_ID: 'pakn' };
    expect(() => accountsConfigFrom(wrong)).toThrow(/^(?!.*too short).*AUTH_SECRET/);
    expect(() => accountsConfigFrom({ ...wrong, AUTH_SECRET: given.AUTH_SECRET })).toThrow(/OIDC_CLIENT_SECRET/);
    const nowhere = { ...given, OIDC_CLIENT_ID: 'pakn', OIDC_CLIENT_SECRET: 'x' };
    expect(() => accountsConfigFrom(nowhere)).toThrow(/OIDC_DISCOVERY_URL/);
  });

  test('R10.3: takes secrets from files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pakn-secret-'));
    const file = join(folder, 'secret');
    await writeFile(file, `${'y'.repeat(40)}\n`);
    const config = accountsConfigFrom({ PUBLIC_URL: given.PUBLIC_URL, AUTH_SECRET_FILE: file });
    await rm(folder, { recursive: true });
    expect(config).toMatchObject({ secret: 'y'.repeat(40), publicUrl: 'https://pakn.example.vn', production: false });
    expect(config.oidc).toBeUndefined();
  });
});
