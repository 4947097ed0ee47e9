import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { crc32, deflateRaw, type ZlibOptions } from 'node:zlib';
import express from 'express';
import sharp from 'sharp';
import { pageRoutes } from '../../api/routes/pages';
import { startService, type Service } from '../support/service';
import type { Visitor } from '../support/visitor';

/** Beside the event loop, which notices meanwhile that a connection has been closed. */
const packed = promisify<Buffer, ZlibOptions, Buffer>(deflateRaw);

let service: Service;
let citizen: Visitor;
let reception: Visitor;

beforeAll(async () => {
  service = await startService({ withWorker: false });
  citizen = await service.as('citizen');
  reception = await service.as('reception');
});

afterAll(() => service.stop());

const outwards = ['../../', '..%2F..%2F', '..%5C..%5C', '%2e%2e/%2e%2e/', '%2F'].map((way) => `${way}package.json`);

/** Asks for a path as it stands: `fetch` would resolve its dots first. */
async function asked(address: string, path: string, headers: Record<string, string>) {
  const { hostname, port } = new URL(address);
  const [response] = (await once(get({ hostname, port, path, headers }), 'response')) as [IncomingMessage];
  return { status: response.statusCode, body: await text(response) };
}

test.each(outwards)('R10.3: %s leads to no file of the service', async (path) => {
  const signIn = { email: 'reception@example.vn', password: service.password };
  const { token } = (await service.stranger.post('/v1/auth/sign-in', signIn)).body as { token: string };
  for (const folder of ['/v1/attachments/', '/v1/public/attachments/', '/assets/', '/']) {
    const { status, body } = await asked(service.address, folder + path, { authorization: `Bearer ${token}` });
    expect({ folder, status, body }).toEqual({ folder, status: 404, body: expect.stringContaining('"no-such-') });
  }
});

test('R10.3: a folder of pages gives nothing that lies beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pakn-pages-'));
  await mkdir(join(folder, 'pages', 'assets'), { recursive: true });
  await writeFile(join(folder, 'pages', 'index.html'), 'the page');
  await writeFile(join(folder, 'pages', 'assets', 'a.js'), 'the script');
  for (const beside of ['package.json', 'pages/package.json']) await writeFile(join(folder, beside), 'confided');
  const server = express()
    .use(pageRoutes(join(folder, 'pages')))
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const given = async (path: string) => (await asked(address, path, { accept: 'text/html' })).body;
  expect([await given('/'), await given('/assets/a.js')]).toEqual(['the page', 'the script']);
  const paths = ['/assets/', '/assets/assets/', '/'].flatMap((way) => outwards.map((path) => way + path));
  for (const path of paths) expect([path, await given(path)]).not.toEqual([path, 'confided']);
  server.close();
  await rm(folder, { recursive: true });
});

const gif = Buffer.from(
  '47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b',
  'hex'
);
const page = '<!doctype html><html><body><script>alert(1)</script>';

test.each<[string, string, () => Promise<Buffer> | Buffer]>([
  ['a picture that is a script', 'a.gif', () => Buffer.concat([gif, Buffer.from('/*<script>*/alert(1)')])],
  [
    'a picture with a page behind it',
    'a.jpg',
    async () =>
      Buffer.concat([
        await sharp({ create: { width: 2, height: 2, channels: 3, background: '#000' } })
          .jpeg()
          .toBuffer(),
        Buffer.from(page),
      ]),
  ],
  ['a page before a PDF', 'a.pdf', () => Buffer.from(`${page}\n%PDF-1.7\n`)],
  [
    'a drawing with a script',
    'a.svg',
    () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  ],
  ['a page', 'a.html', () => Buffer.from(page)],
  ['a page in UTF-16', 'a.html', () => Buffer.from(`\ufeff${page}`, 'utf16le')],
])('R10.3: %s is never shown as a page', async (_what, name, content) => {
  const taken = await citizen.upload(name, Uint8Array.from(await content()));
  if (taken.status !== 201) {
    expect(taken).toMatchObject({ status: 422, body: { type: 'file-refused' } });
    return;
  }
  for (const query of ['', '?preview=true']) {
    const { headers } = await citizen.get(`/v1/attachments/${String(taken.body.id)}${query}`);
    const [type = ''] = (headers.get('content-type') ?? '').split(';');
    expect(type).not.toMatch(/html|xml|svg|script/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const isShown = query !== '' && ['image/gif', 'image/jpeg', 'application/pdf'].includes(type);
    expect(headers.get('content-disposition')).toMatch(isShown ? /^inline$/ : /^attachment; /);
  }
});

/** A ZIP archive of one file with a content that is packed already. */
function zipOf(name: string, content: { packed: Buffer; crc: number; size: number }): Buffer {
  const { packed, crc, size } = content;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc, 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(size, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
  const directory = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

/** The most memory that the API has ever held, in bytes. */
const peak = (): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(service.api.pid)}/status`, 'utf8'))?.[1]) * 1024;

test('R10.3: an archive that unpacks to 600 MB is not unpacked, whatever is in it', async () => {
  const zeros = Buffer.alloc(600_000_000);
  const content = { packed: await packed(zeros, { level: 9 }), crc: crc32(zeros), size: zeros.length };
  for (const name of ['[Content_Types].xml', 'mimetype', 'word/document.xml']) {
    const bomb = zipOf(name, content);
    expect(bomb.length).toBeLessThan(1_000_000);
    const before = peak();
    const { status } = await reception.upload('a.docx', Uint8Array.from(bomb));
    expect([201, 422]).toContain(status);
    expect(peak() - before).toBeLessThan(200_000_000);
  }
});

test.each([
  [1_000, 201],
  [15_000, 422],
])('R10.3: a picture of %i points a side is drawn anew only where it is not too large', async (side, status) => {
  const plain = { width: side, height: side, channels: 3, background: '#000' } as const;
  const picture = await sharp({ create: plain, limitInputPixels: false }).toColourspace('b-w').png().toBuffer();
  expect(picture.length).toBeLessThan(1_000_000);
  const { body } = await reception.upload('a.png', Uint8Array.from(picture));
  const copy = await reception.send('POST', `/v1/attachments/${String(body.id)}/redacted`);
  expect({ status: copy.status, type: copy.body.type }).toEqual({
    status,
    type: status === 201 ? 'image/png' : 'not-redactable',
  });
});
