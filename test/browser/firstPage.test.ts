import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { setStage, type Stage } from './support/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage({ withWorker: false });
});

afterAll(() => stage.close());

test('the first page needs less than 200 kB of compressed JavaScript, all of it ours', async () => {
  const page = await stage.open('about:blank');
  const scripts = new Map<string, Response>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response);
  });
  const document = await page.goto('/', { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const sizes = await Promise.all(
    [...scripts.values()].map(async (script) => gzipSync(await script.body()).byteLength)
  );
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  expect(new Set([...scripts.keys()].map((url) => new URL(url).origin))).toEqual(new Set([stage.service.address]));
  const policy = document?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self';");
});
