import { actionNames, ruleOf } from '../../domain/actions';
import { startService, type Service } from '../support/service';
import { startProcess } from '../support/process';

let service: Service;

beforeAll(async () => {
  service = await startService({ withWorker: false });
});

afterAll(() => service.stop());

test('every Express route is described, and every described one is there', async () => {
  const listing = startProcess('test/api/support/routes.ts', { PUBLIC_URL: service.address });
  expect(await listing.ended).toBe(0);
  const { routes, described } = JSON.parse(listing.output()) as Record<'routes' | 'described', string[]>;

  expect(routes.length).toBeGreaterThan(50);
  expect(new Set(routes).size).toBe(routes.length);
  expect(described.sort()).toEqual(routes.sort());
});

test('every act of the table is described with its legal basis', async () => {
  const { paths } = (await service.stranger.get('/openapi.json')).body;
  for (const action of actionNames) {
    if (action === 'submit') continue;
    expect(paths[`/v1/cases/{code}/${action}`].post).toMatchObject({
      operationId: action,
      'x-legal-basis': ruleOf(action).basis,
      summary: ruleOf(action).label,
    });
  }
});

test('every operation has an id of its own', async () => {
  const { paths } = (await service.stranger.get('/openapi.json')).body;
  const ids = Object.values(paths as Record<string, Record<string, { operationId: string }>>).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId)
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('what lets a request in is described, also where it is a secret of its own or may be left out', async () => {
  const { paths, components } = (await service.stranger.get('/openapi.json')).body;
  const securityOf = (method: string, path: string) => paths[path][method].security as object[];
  expect(securityOf('post', '/v1/message-receipts/email')).toEqual([{ sharedSecret: [] }]);
  expect(securityOf('post', '/v1/message-receipts/sms')).toEqual([{ sharedSecret: [] }]);
  expect(securityOf('post', '/v1/message-receipts/zalo')).toEqual([{ zaloSignature: [] }]);
  expect(securityOf('get', '/metrics')).toEqual([{}, { sharedSecret: [] }]);
  expect(securityOf('get', '/v1/calendar/{year}')).toEqual([{}, { bearer: [] }, { cookie: [] }]);
  expect(securityOf('post', '/open311/v2/requests.{format}')).toEqual([{ apiKey: ['cases:submit'] }, {}]);
  const named = Object.values(paths as Record<string, Record<string, { security: object[] }>>).flatMap((methods) =>
    Object.values(methods).flatMap(({ security }) => security.flatMap((one) => Object.keys(one)))
  );
  expect(new Set(named)).toEqual(new Set(Object.keys(components.securitySchemes as object)));
});

test('every body that is JSON or a form has a schema', async () => {
  const { paths } = (await service.stranger.get('/openapi.json')).body;
  type Content = Record<string, { schema?: object }>;
  const bodies = Object.entries(
    paths as Record<string, Record<string, { requestBody?: { content: Content } }>>
  ).flatMap(([path, methods]) =>
    Object.values(methods).flatMap(({ requestBody }) =>
      Object.entries(requestBody?.content ?? {}).map(([mediaType, { schema }]) => ({ path, mediaType, schema }))
    )
  );
  const without = bodies.filter(({ mediaType, schema }) => /json|form/.test(mediaType) && schema === undefined);
  // Zalo tells of more than messages, each time in a form of its own.
  expect(without.map(({ path }) => path)).toEqual(['/v1/intake/zalo']);
});

test('GeoReport has no 422', async () => {
  const { paths } = (await service.stranger.get('/openapi.json')).body;
  const ofGeoReport = Object.keys(paths as object).filter((path) => path.startsWith('/open311/'));
  expect(ofGeoReport.length).toBeGreaterThan(5);
  for (const path of ofGeoReport)
    for (const { responses } of Object.values(paths[path] as Record<string, { responses: object }>))
      expect(Object.keys(responses)).not.toContain('422');
});

test('the page to browse it comes whole from the service, under its content security policy', async () => {
  const page = await fetch(`${service.address}/docs`);
  const html = await page.text();
  const loaded = [...html.matchAll(/(?:src|href)=['"]([^'"]+)['"]/g)].map(
    ([, address = '']) => new URL(address, page.url)
  );

  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(html).not.toMatch(/<script[^>]*>\s*[^<\s]/);
  expect(loaded.length).toBeGreaterThan(3);
  for (const { href, origin } of loaded) {
    expect(origin).toBe(service.address);
    expect({ href, status: (await fetch(href)).status }).toEqual({ href, status: 200 });
  }
  expect(await (await fetch(`${service.address}/docs/swagger-ui-init.js`)).text()).toContain('/openapi.json');
});
