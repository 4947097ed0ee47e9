import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import S3rver from 's3rver';
import { attachmentsConfigFrom, type BucketConfig } from '../../attachments/config';
import { openStore } from '../../attachments/fileStore';

let folder: string;
let server: S3rver;
let env: NodeJS.ProcessEnv;
const bucketOf = (given: NodeJS.ProcessEnv): BucketConfig => attachmentsConfigFrom(given).bucket!;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pakn-s3-'));
  server = new S3rver({
    port: 0,
    silent: true,
    directory: join(folder, 'bucket'),
    configureBuckets: [{ name: 'files', configs: [] }],
  });
  const { port } = await server.run();
  env = {
    S3_BUCKET: 'files',
    S3_ENDPOINT: `http://127.0.0.1:${String(port)}`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  };
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test('a store that speaks S3 keeps a file, gives it whole or in part, and removes it', async () => {
  const store = openStore({ dir: folder, bucket: bucketOf(env) });
  const path = join(folder, 'arrived');
  await writeFile(path, '0123456789');
  await store.keep(path, 'abc');
  await store.keep(path, 'abc');

  expect((await buffer(await store.read('abc'))).toString()).toBe('0123456789');
  expect((await buffer(await store.read('abc', { start: 2, end: 4 }))).toString()).toBe('234');
  await store.remove('abc');
  await expect(store.read('abc')).rejects.toThrow('the bucket does not give a file');
});

test('a bucket that is not there is told as such', async () => {
  const store = openStore({ dir: folder, bucket: { ...bucketOf(env), bucket: 'none-such' } });
  const path = join(folder, 'arrived');
  await writeFile(path, 'a');
  await expect(store.keep(path, 'abc')).rejects.toThrow('the bucket does not take a file');
});

test('a bucket that takes a request and never answers is told as such', async () => {
  const silent = createServer(() => undefined);
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const { port } = silent.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${String(port)}`;
  const store = openStore({
    dir: folder,
    bucket: bucketOf({ ...env, S3_ENDPOINT: endpoint, S3_TIMEOUT_SECONDS: '1' }),
  });
  await expect(store.read('abc')).rejects.toThrow('the bucket does not give a file');
  silent.closeAllConnections();
  silent.close();
});

test('a key without its secret is no configuration', () => {
  expect(() => attachmentsConfigFrom({ ...env, S3_SECRET_ACCESS_KEY: undefined })).toThrow(
    'S3_SECRET_ACCESS_KEY: goes together with S3_ACCESS_KEY_ID'
  );
});
