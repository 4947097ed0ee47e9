import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';

let service: Service;
let admin: Visitor;

beforeAll(async () => {
  service = await startService({ withWorker: false, apiEnv: (env) => ({ ...env, NODE_ENV: 'production' }) });
  admin = await service.as('admin');
});

afterAll(() => service.stop());

/** Public addresses, so that no name has to be looked up. */
const encrypted = 'https://93.184.216.34/cases';
const plain = 'http://93.184.216.34/cases';

describe('R10.3: in production', () => {
  test('R1.6: messages go over HTTPS only, to whoever is registered and to whoever moves', async () => {
    const refused = { status: 422, body: { errors: [{ path: '/url', code: 'insecure' }] } };
    const register = (url: string) => admin.post('/v1/webhooks', { name: 'Hệ thống', url });
    expect(await register(plain)).toMatchObject(refused);
    const registered = await register(encrypted);
    expect(registered).toMatchObject({ status: 201, body: { url: encrypted } });
    const address = `/v1/webhooks/${String(registered.body.id)}`;
    expect(await admin.patch(address, { url: plain })).toMatchObject(refused);
    expect(await admin.get(address)).toMatchObject({ body: { url: encrypted } });
  });

  test('a session travels over TLS only, and not with what another site sends', async () => {
    const json = { email: 'citizen@example.vn', password: service.password };
    const { headers } = await service.stranger.post('/v1/auth/sign-in', json);
    expect(headers.get('set-cookie')).toMatch(/^__Secure-\S+; .*HttpOnly; Secure; SameSite=Lax$/);
  });

  test('R5: no worker starts that could not sign the roots of the record', async () => {
    const worker = service.startWorker({ NODE_ENV: 'production' });
    expect(await worker.ended).toBe(1);
    expect(worker.output()).toContain('RECORD_KEY is missing');
  });

  test.each(['/', '/v1/public/cases', '/v1/cases', '/docs'])(
    'nothing under %s is framed by another site, taken for what it is not, or asked for without TLS again',
    async (path) => {
      const { headers } = await fetch(service.address + path);
      expect(headers.get('content-security-policy')).toMatch(/(^|;)frame-ancestors 'self'(;|$)/);
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/);
      expect(headers.has('x-powered-by')).toBe(false);
    }
  );
});
