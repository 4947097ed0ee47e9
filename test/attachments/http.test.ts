import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import postgres from 'postgres';
import sharp from 'sharp';
import { newCaseCode } from '../../api/caseCode';
import { firstAttachmentLimits } from '../../domain/attachmentLimits';
import { firstPolicy } from '../../domain/policy';
import { addDays, toInstant } from '../../domain/time';
import { eventually } from '../support/eventually';
import { employed } from '../api/support/people';
import { at } from '../support/law';
import { startService, type Service } from '../support/service';
import type { Answer, Visitor } from '../support/visitor';

const submitter = { name: 'Người gửi', address: 'Phường Trung tâm', phone: '0900 123 456', email: 'gui@example.vn' };
const petition = { channel: 'portal', category: 'other', title: 'Phản ánh', content: 'Nội dung.', submitter };
interface Draft {
  attachments: { id: string; copies: { id: string }[] }[];
}
const faultsOf = ({ body }: Answer) =>
  (body as { errors: { path: string; code: string }[] }).errors.map(({ path, code }) => `${path} ${code}`);

let service: Service;
let citizen: Visitor;
let reception: Visitor;
let head: Visitor;
let officer: Visitor;
let leadership: Visitor;
let sql: postgres.Sql;

const today = '2026-10-05';
const limits = {
  ...firstAttachmentLimits,
  maxBytes: 200_000,
  perCase: 6,
  types: firstAttachmentLimits.types.filter((type) => type !== 'image/gif'),
  basis: 'Quyết định mẫu, Điều 2',
};
const { version: _, ...numbers } = firstPolicy;
const stricter = { ...numbers, effectiveFrom: today, attachments: limits, document: 'Quyết định mẫu' };

beforeAll(async () => {
  service = await startService({ startsAt: at(`${today} 09:00`), env: { ATTACHMENTS_UNUSED_PER_ACCOUNT: '30' } });
  [citizen, reception, head, officer, leadership] = (await Promise.all(
    ['citizen', 'reception', 'lead.justice', 'officer.justice', 'leadership'].map((name) => service.as(name))
  )) as [Visitor, Visitor, Visitor, Visitor, Visitor];
  sql = postgres(service.databaseUrl, { max: 1, onnotice: () => undefined });
  const admin = await service.as('admin');
  expect((await admin.post('/v1/policies', stricter)).status).toBe(201);
  await employed(service, admin, {
    email: 'colleague@example.vn',
    name: 'Cán bộ tiếp nhận khác',
    role: 'reception',
    agency: 'office',
  });
});
afterAll(async () => {
  await sql.end();
  await service.stop();
});

const uploaded = async (visitor: Visitor, name: string, content: string | Uint8Array<ArrayBuffer>): Promise<string> => {
  const answer = await visitor.upload(name, content);
  expect(answer.status).toBe(201);
  return (answer.body as { id: string }).id;
};
const submitted = async (attachments: string[]): Promise<string> => {
  const answer = await citizen.post('/v1/cases', { ...petition, attachments });
  expect(answer.status).toBe(201);
  return (answer.body as { code: string }).code;
};
const status = async (visitor: Visitor, id: string) => (await visitor.get(`/v1/attachments/${id}`)).status;

/** A JPEG as a telephone makes it. */
const photograph = async () =>
  Uint8Array.from(
    await sharp({ create: { width: 60, height: 40, channels: 3, background: '#37a' } })
      .withExif({ IFD0: { Artist: 'Người gửi' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 21/1 0/1' } })
      .jpeg()
      .toBuffer()
  );

async function pdf(line: string): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.setAuthor('Hidden Author');
  await document.attach(Buffer.from('hidden file'), 'hidden.txt');
  const page = document.addPage();
  page.drawText(line, { font: await document.embedFont(StandardFonts.Helvetica), x: 50, y: 700 });
  page.drawImage(await document.embedJpg(await photograph()), { x: 50, y: 500 });
  return Uint8Array.from(await document.save({ useObjectStreams: false }));
}
const bytes = async (visitor: string, id: string) => Buffer.from(await (await fetch(visitor + id)).arrayBuffer());

describe('uploading', () => {
  test.each([
    ['a script in disguise', 'a.pdf', '#!/bin/sh\n', 201, 'text/plain', 'a.txt'],
    [
      'a drawing with a script',
      'a.png',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      201,
      'text/plain',
      'a.txt',
    ],
    ['a page', 'a.jpg', '<!doctype html><script>1</script>', 201, 'text/plain', 'a.txt'],
  ])('%s is kept as what it is', async (_what, name, content, expected, type, kept) => {
    expect(await citizen.upload(name, content)).toMatchObject({ status: expected, body: { type, name: kept } });
  });

  test.each([
    [
      'a program',
      'a.pdf',
      Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array<number>(60).fill(0)]),
      422,
      'file-refused',
    ],
    ['bytes of no kind', 'a.txt', Uint8Array.from([1, 2, 3]), 422, 'file-refused'],
    ['a type that the policy leaves out', 'a.gif', 'GIF89a\x01\0\x01\0\0\0\0;', 422, 'file-refused'],
    ['nothing', 'a.txt', '', 422, 'file-refused'],
    ['too much', 'a.txt', 'a'.repeat(200_001), 413, 'too-large'],
  ])('%s is refused', async (_what, name, content, expected, type) => {
    expect(await citizen.upload(name, content)).toMatchObject({ status: expected, body: { type } });
  });

  test('somebody unknown uploads nothing, nor does an administrator', async () => {
    expect((await service.stranger.upload('a.txt', 'a')).status).toBe(401);
    expect((await (await service.as('admin')).upload('a.txt', 'a')).status).toBe(403);
    expect((await service.machine().upload('a.txt', 'a')).status).toBe(201);
  });

  test('so many files wait for an act, and no more', async () => {
    const newcomer = await service.newcomer();
    for (let i = 0; i < 30; i++) await uploaded(newcomer, 'a.txt', `file ${String(i)}`);
    expect(await newcomer.upload('a.txt', 'one more')).toMatchObject({
      status: 429,
      body: { type: 'too-many-uploads' },
    });
  });
});

describe('limits by policy', () => {
  test('what may be attached is told to everybody, version by version', async () => {
    const { items, mediaTypes } = (await service.stranger.get('/v1/policies')).body;
    expect(items).toMatchObject([
      { version: 1, inForce: false, attachments: firstAttachmentLimits },
      { version: 2, inForce: true, attachments: limits },
    ]);
    expect(mediaTypes).toEqual(firstAttachmentLimits.types);
  });

  test('S9: a case keeps the limits of the policy that it was received under, a new one has those of its day', async () => {
    const stamped = await uploaded(reception, 'dấu.txt', 'Dấu đến');
    const old = await reception.post('/v1/cases', {
      ...petition,
      channel: 'paper',
      receivedAt: `${addDays(today, -1)}T09:00:00+07:00`,
      receiptReason: 'Chậm.',
      receiptEvidence: stamped,
    });
    expect(old).toMatchObject({ status: 201, body: { policy: 1 } });
    const { code } = old.body as { code: string };
    const large = 'a'.repeat(200_001);
    const form = () => {
      const data = new FormData();
      data.set('file', new File([large], 'a.txt'));
      return data;
    };
    expect(await reception.upload('a.txt', large)).toMatchObject({
      status: 413,
      body: { detail: 'A file has at most 200000 bytes.' },
    });
    const taken = await reception.send('POST', `/v1/attachments?case=${code}`, form());
    expect(taken.status).toBe(201);
    expect((await citizen.send('POST', `/v1/attachments?case=${code}`, form())).status).toBe(403);
    expect(
      (await reception.send('POST', `/v1/attachments?case=${newCaseCode('PAKN', toInstant(Date.now()))}`, form()))
        .status
    ).toBe(404);

    const { id } = taken.body as { id: string };
    const note = { text: 'Ghi chú', attachments: [id] };
    const fresh = await submitted([]);
    expect(faultsOf(await reception.post(`/v1/cases/${fresh}/note`, note))).toEqual(['/attachments/0 tooLarge']);
    expect((await reception.post(`/v1/cases/${code}/note`, note)).status).toBe(200);
  });

  test('the number of files in a case is that of its policy', async () => {
    const files = await Promise.all(
      Array.from({ length: 7 }, (_, index) => uploaded(citizen, 'a.txt', `one of many ${String(index)}`))
    );
    expect(faultsOf(await citizen.post('/v1/cases', { ...petition, attachments: files }))).toEqual([
      '/attachments/0 tooMany',
    ]);
    const code = await submitted(files.slice(0, 6));
    // What the case has already takes no more room in it.
    const again = { text: 'Xem lại.', attachments: files.slice(0, 2) };
    expect((await reception.post(`/v1/cases/${code}/note`, again)).status).toBe(200);
    const another = { text: 'Xem thêm.', attachments: [await uploaded(reception, 'a.txt', 'one too many')] };
    expect(faultsOf(await reception.post(`/v1/cases/${code}/note`, another))).toEqual(['/attachments/0 tooMany']);
  });
});

describe('who may have a file', () => {
  test('its uploader until an act names it, then whoever may read the act', async () => {
    const id = await uploaded(citizen, 'đơn.txt', 'Xin chào');
    const newcomer = await service.newcomer();
    expect([await status(citizen, id), await status(reception, id), await status(newcomer, id)]).toEqual([
      200, 404, 404,
    ]);
    expect((await service.stranger.get(`/v1/attachments/${id}`)).status).toBe(401);

    const code = await submitted([id]);
    expect([await status(citizen, id), await status(reception, id), await status(newcomer, id)]).toEqual([
      200, 200, 404,
    ]);
    expect(await status(head, id)).toBe(404);
    expect((await reception.get(`/v1/cases/${code}/attachments`)).body).toMatchObject({
      items: [{ id, name: 'đơn.txt', seq: 1, act: 'submit', copies: [] }],
    });

    const note = await uploaded(reception, 'nội bộ.txt', 'Nội bộ');
    await reception.post(`/v1/cases/${code}/note`, { text: 'Ghi chú', attachments: [note] });
    expect([await status(reception, note), await status(citizen, note)]).toEqual([200, 404]);
    expect((await citizen.get(`/v1/cases/${code}/attachments`)).body.items).toHaveLength(1);
  });

  test("an act names its actor's own files, each once, and what its case has named before", async () => {
    const [mine, theirs] = [await uploaded(citizen, 'a.txt', 'a'), await uploaded(reception, 'b.txt', 'b')];
    const answer = await citizen.post('/v1/cases', { ...petition, attachments: [mine, theirs, 'none', mine] });
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toEqual(['/attachments/1 unknown', '/attachments/2 unknown', '/attachments/3 duplicate']);
    const code = await submitted([mine]);
    expect((await reception.post(`/v1/cases/${code}/note`, { text: 'a', attachments: [mine] })).status).toBe(200);
    const evidence = { ...petition, channel: 'paper', receiptReason: 'Chậm.', receiptEvidence: mine };
    expect(faultsOf(await reception.post('/v1/cases', evidence))).toEqual(['/receiptEvidence unknown']);
  });
});

test('a file is sent to be saved, in parts where asked, and runs nothing', async () => {
  const id = await uploaded(citizen, 'Đơn "lạ".txt', '0123456789');
  const whole = await citizen.get(`/v1/attachments/${id}?preview=true`);
  expect(whole.body).toBe('0123456789');
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''%C4%90/),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  const part = await citizen.get(`/v1/attachments/${id}`, { range: 'bytes=2-4' });
  expect([part.status, part.body, part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
  const beyond = await citizen.get(`/v1/attachments/${id}`, { range: 'bytes=10-' });
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  const etag = whole.headers.get('etag') ?? '';
  expect(
    (await citizen.get(`/v1/attachments/${id}`, { 'if-none-match': etag, 'cache-control': 'max-age=0' })).status
  ).toBe(304);
  expect(whole.headers.get('cache-control')).toBe('no-store');

  const picture = await uploaded(citizen, 'a.jpg', await photograph());
  const shown = await citizen.get(`/v1/attachments/${picture}?preview=true`);
  expect([shown.headers.get('content-disposition'), shown.headers.get('content-type')]).toEqual([
    'inline',
    'image/jpeg',
  ]);
});

describe('S7 copies for publication', () => {
  const copyOf = (id: string) => reception.send('POST', `/v1/attachments/${id}/redacted`);

  test('an answer is published with copies that tell nothing of the submitter, and the originals stay inside', async () => {
    const telling = await uploaded(citizen, 'Người gửi.txt', 'Tôi là NGUOI GUI, gọi +84 900.123.456.');
    const code = await submitted([telling]);
    await reception.post(`/v1/cases/${code}/accept`);
    await reception.post(`/v1/cases/${code}/forward`, { lead: 'justice' });
    await head.post(`/v1/cases/${code}/assign`, { officer: (await officer.get('/v1/auth/me')).body.id });
    const [picture, document] = [
      await uploaded(officer, 'Người gửi.jpg', await photograph()),
      await uploaded(officer, 'trả lời.pdf', await pdf('Da giai quyet.')),
    ];
    await officer.post(`/v1/cases/${code}/propose`, { text: 'Trả lời.', attachments: [picture, document] });
    await head.post(`/v1/cases/${code}/answer`);
    expect([await status(reception, document), await status(citizen, document)]).toEqual([200, 404]);

    const copies = [(await copyOf(picture)).body, (await copyOf(document)).body];
    expect(copies).toMatchObject([
      { name: 'phu-luc.jpg', redactedFrom: picture, found: [] },
      { name: 'phu-luc.pdf', redactedFrom: document, found: [] },
    ]);
    expect((await copyOf(copies[0]!.id as string)).body).toMatchObject({ redactedFrom: picture });
    const revealing = (await copyOf(telling)).body;
    expect(revealing.found).toEqual(['name', 'phone']);
    const ids = copies.map(({ id }) => id as string);
    const publish = (attachments: unknown[]) =>
      reception.post(`/v1/cases/${code}/publish`, { forms: ['portal'], text: 'Trả lời.', attachments });
    expect(faultsOf(await publish([revealing.id, document, ...ids]))).toEqual([
      '/attachments/0 personalData',
      '/attachments/1 noCopy',
    ]);
    const open = (id: string) => service.stranger.get(`/v1/public/attachments/${id}`);
    expect((await open(ids[0]!)).status).toBe(404);

    // As if they had been made before pages became pictures: of a PDF there is a new one first.
    await sql`update attachments set redaction = null where redacted_from is not null`;
    expect(faultsOf(await publish(ids))).toEqual(['/attachments/1 outdatedCopy']);
    ids[1] = (await copyOf(ids[1]!)).body.id as string;
    const draft = (await reception.get(`/v1/cases/${code}/publication-draft`)).body as Draft;
    expect(draft.attachments.find(({ id }) => id === document)?.copies).toEqual([
      { id: ids[1], found: [], outdated: false },
      { id: copies[1]!.id, found: [], outdated: true },
    ]);

    expect((await publish(ids)).status).toBe(200);
    const files = await Promise.all(ids.map((id) => bytes(`${service.address}/v1/public/attachments/`, id)));
    expect((await sharp(files[0]).metadata()).exif).toBeUndefined();
    const published = await PDFDocument.load(files[1]!, { updateMetadata: false });
    expect([published.getAuthor(), published.getPageCount()]).toEqual([undefined, 1]);
    for (const secret of ['/Author', '/EmbeddedFile', 'Exif']) {
      expect(Buffer.from(await pdf('')).includes(secret)).toBe(true);
      expect(files[1]!.includes(secret)).toBe(false);
    }
    expect((await open(document)).status).toBe(404);
    expect([await status(citizen, ids[1]), await status(citizen, document)]).toEqual([200, 200]);

    // What the leadership answers in place of the agency has none of the agency's files.
    await citizen.post(`/v1/cases/${code}/dispute`, { reason: 'Chưa đúng.' });
    await reception.post(`/v1/cases/${code}/escalate`, { ground: 'submitter_disagrees', proposal: 'Kính trình.' });
    await leadership.post(`/v1/cases/${code}/decide`, { outcome: 'answer', text: 'Trả lời của lãnh đạo.' });
    expect(await status(citizen, document)).toBe(200);
    const again = await reception.post(`/v1/cases/${code}/publish`, { forms: ['portal'], text: 'Của lãnh đạo.' });
    expect(again.status).toBe(200);
    expect([await status(citizen, document), await status(reception, document)]).toEqual([404, 200]);
  });

  test('a copy of what one case names is published in no other, though whoever publishes made it', async () => {
    const named = await uploaded(citizen, 'a.txt', 'a');
    await submitted([named]);
    const copy = (await copyOf(named)).body.id as string;
    const code = await submitted([]);
    await reception.post(`/v1/cases/${code}/forward`, { lead: 'justice' });
    await head.post(`/v1/cases/${code}/assign`, { officer: (await officer.get('/v1/auth/me')).body.id });
    await head.post(`/v1/cases/${code}/answer`, { text: 'Trả lời.' });
    const publish = (attachments: string[]) =>
      reception.post(`/v1/cases/${code}/publish`, { forms: ['portal'], text: 'Trả lời.', attachments });
    expect(faultsOf(await publish([copy]))).toEqual(['/attachments/0 noCopy']);
    const own = (await copyOf(await uploaded(reception, 'b.txt', 'b'))).body.id as string;
    expect((await publish([own])).status).toBe(200);

    // Whoever corrects the text later leaves the file in its place, and may make a copy of it anew.
    const colleague = await service.as('colleague');
    const anew = (await colleague.send('POST', `/v1/attachments/${own}/redacted`)).body.id as string;
    const correct = (attachments: string[]) =>
      colleague.post(`/v1/cases/${code}/republish`, { text: 'Trả lời, đã sửa.', attachments });
    expect((await correct([own])).status).toBe(200);
    expect((await correct([anew])).status).toBe(200);
    const draft = (await colleague.get(`/v1/cases/${code}/publication-draft`)).body as Draft;
    expect(draft.attachments.map(({ copies }) => copies.map(({ id }) => id))).toEqual([[anew, own]]);
    const others = (await copyOf(await uploaded(reception, 'c.txt', 'c'))).body.id as string;
    expect(faultsOf(await correct([others]))).toEqual(['/attachments/0 noCopy']);
  });

  test.each([
    [
      'a picture that expands without end',
      'not-redactable',
      async () => {
        const picture = Buffer.from(await photograph());
        const frame = picture.indexOf(Buffer.from([0xff, 0xc0]));
        picture.writeUInt16BE(65_000, frame + 5);
        picture.writeUInt16BE(65_000, frame + 7);
        return Uint8Array.from(picture);
      },
    ],
    ['half a picture', 'not-redactable', async () => (await photograph()).slice(0, 400)],
    ['a PDF that is none', 'not-redactable', () => Promise.resolve(new TextEncoder().encode('%PDF-1.7\nnothing'))],
    [
      'a PDF of very many pages',
      'too-much-to-copy',
      async () => {
        const document = await PDFDocument.create();
        for (let page = 0; page < 301; page++) document.addPage([100, 100]);
        return Uint8Array.from(await document.save());
      },
    ],
  ])('%s is not redacted (%s), and the service goes on', async (_what, type, content) => {
    const id = await uploaded(reception, 'a', await content());
    expect(await copyOf(id)).toMatchObject({ status: 422, body: { type } });
    await eventually(
      () => service.stranger.get('/readyz'),
      (readiness) => readiness.status === 200
    );
  });

  test('the Office makes copies, nobody else does', async () => {
    const id = await uploaded(citizen, 'a.txt', 'a');
    expect((await citizen.send('POST', `/v1/attachments/${id}/redacted`)).status).toBe(403);
    expect((await copyOf(id)).status).toBe(404);
  });
});
