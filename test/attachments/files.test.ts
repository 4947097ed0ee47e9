import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as otherTurns } from 'node:timers/promises';
import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { safeFileName } from '../../attachments/fileName';
import type { FileStore } from '../../attachments/fileStore';
import { localStore } from '../../attachments/localStore';
import { foundMediaTypes, mediaTypeNames, mediaTypes } from '../../inputs/mediaTypes';
import { purge } from '../../attachments/purge';
import { receive } from '../../attachments/receive';
import { NoRoom, UploadRefused } from '../../attachments/refusals';
import { kindsKnownIn } from '../../redaction';
import { addAttachment, addUses, countUnused, findAttachment, type Attachment } from '../../db/attachments';
import { firstAttachmentLimits } from '../../domain/attachmentLimits';
import { openDatabase, type OpenDatabase } from '../../db/database';
import { migrate } from '../../db/migrate';
import { addDraft } from '../../db/drafts';
import type { CaseEvent } from '../../domain/case';
import { draftStatuses } from '../../domain/drafts';
import { createTestDatabase, type TestDatabase } from '../support/database';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pakn-files-'));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('names', () => {
  test('whatever a file is called, its name leads nowhere, breaks out of no header, and says what the file is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom('', '../', '..\\', '/etc/', '\r\nSet-Cookie: a=b', '\u202Efdp.exe', '\0', '"; x="'),
        fc.constantFrom(...mediaTypeNames),
        (name, attack, type) => {
          const safe = safeFileName(name + attack + name, type);
          expect(safe).not.toMatch(/[\p{Cc}\p{Cf}/\\"<>:|?*;%]/u);
          expect(safe).not.toMatch(/^[.\s]/);
          expect(safe.length).toBeLessThan(300);
          expect(mediaTypes[type].some((extension) => safe.endsWith(`.${extension}`))).toBe(true);
        }
      )
    );
  });

  test('a Vietnamese name stays as it was', () => {
    expect(safeFileName('Đơn kiến nghị số 12.PDF', 'application/pdf')).toBe('Đơn kiến nghị số 12.pdf');
    expect(safeFileName('trang.html', 'text/plain')).toBe('trang.txt');
    expect(safeFileName('..', 'image/png')).toBe('tep-dinh-kem.png');
  });
});

describe('the first limits', () => {
  test('allow every type that a content can show', () => {
    expect(firstAttachmentLimits.types).toEqual(foundMediaTypes);
  });

  test('are those that policies got which had said nothing of attachments', async () => {
    const migration = await readFile('db/migrations/0032_attachment_limits.sql', 'utf8');
    expect(JSON.parse(/DEFAULT '([^']+)'/.exec(migration)?.[1] ?? '')).toEqual(firstAttachmentLimits);
  });
});

describe('arriving', () => {
  const boundary = 'b0undary';
  const upload = (content: Buffer, headers: Record<string, string> = {}, end = `\r\n--${boundary}--\r\n`) =>
    Object.assign(
      Readable.from([
        Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="đơn.txt"\r\n\r\n`),
        content,
        Buffer.from(end),
      ]),
      { headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers }, complete: true }
    ) as unknown as IncomingMessage;
  const faultOf = (request: IncomingMessage) =>
    receive(request, folder, 1_000).catch((error: unknown) => (error instanceof UploadRefused ? error.fault : error));

  test('a file arrives whole, with its hash and its name', async () => {
    const content = randomBytes(1_000);
    const arrived = await receive(upload(content), folder, 1_000);
    expect(await readFile(arrived.path)).toEqual(content);
    expect(arrived).toMatchObject({
      name: 'đơn.txt',
      size: 1_000,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
  });

  test.each([
    ['more than is allowed', upload(Buffer.alloc(1_001)), 'tooLarge'],
    ['more than is allowed, as it says itself', upload(Buffer.alloc(10), { 'content-length': '99999' }), 'tooLarge'],
    ['nothing', upload(Buffer.alloc(0)), 'empty'],
    ['a form that breaks off', upload(Buffer.alloc(10), {}, ''), 'malformed'],
    ['no form', upload(Buffer.alloc(10), { 'content-type': 'application/json' }), 'notAForm'],
  ])('%s is refused and leaves nothing behind', async (_what, request, fault) => {
    expect(await faultOf(request)).toBe(fault);
    expect(await readdir(folder)).toEqual([]);
  });

  test('a form that breaks off before its file is open leaves nothing behind', async () => {
    const { createWriteStream, open } = fs;
    let opens!: () => void;
    const opening = new Promise<void>((resolve) => (opens = resolve));
    const held = ((...parameters: unknown[]) =>
      void opening.then(() => Reflect.apply(open, fs, parameters) as unknown)) as typeof open;
    jest
      .spyOn(fs, 'createWriteStream')
      .mockImplementation((path) => createWriteStream(path, { flags: 'wx', fs: { ...fs, open: held } }));
    const ended = jest.fn();
    const fault = faultOf(upload(Buffer.alloc(10), {}, '')).finally(ended);
    for (let turn = 0; turn < 1_000 && ended.mock.calls.length === 0; turn++) await otherTurns();
    opens();
    expect(await fault).toBe('malformed');
    expect(await readdir(folder)).toEqual([]);
  });

  test('a full disk is told as such and leaves nothing behind', async () => {
    const { createWriteStream } = fs;
    jest.spyOn(fs, 'createWriteStream').mockImplementation(() => createWriteStream('/dev/full'));
    expect(await faultOf(upload(Buffer.alloc(500)))).toBeInstanceOf(NoRoom);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('S7 traces of a person', () => {
  const person = {
    name: 'Nguyễn Văn Ẩn',
    address: 'Số 1 đường Trần Phú',
    phone: '0900 123 456',
    email: 'an.nguyen@example.org',
    dossierNumber: 'H34.12-260101-0001',
  };

  test.each([
    ['Kính gửi ông NGUYEN  VAN AN,', 'name'],
    ['ông Nguyễn Văn Ẩn'.normalize('NFD'), 'name'],
    ['gọi +84 900.123.456', 'phone'],
    ['gọi 0900-123-456 gấp', 'phone'],
    ['thư tới an.Nguyen@Example.org', 'email'],
    ['hồ sơ H34.12-260101-0001', 'dossierNumber'],
    ['nhà ở số 1, đường Trần Phú', 'address'],
  ])('%s', (text, trace) => {
    expect(kindsKnownIn(text, person)).toEqual([trace]);
  });

  test('what tells of others is none', () => {
    expect(kindsKnownIn('Nguyễn Văn Anh, 0900 123 4567, số 11 đường Trần Phú, H34.12-260101-00012', person)).toEqual(
      []
    );
    expect(kindsKnownIn('An toàn', { ...person, name: 'An', address: null })).toEqual([]);
  });
});

describe('removing what nobody uses', () => {
  let testDatabase: TestDatabase;
  let database: OpenDatabase;
  let store: FileStore;

  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    await migrate(testDatabase.url);
    database = openDatabase(testDatabase.url);
  });
  afterAll(async () => {
    await database.close();
    await testDatabase.drop();
  });
  beforeEach(() => {
    store = localStore(folder);
  });

  const noCopy = { redactedFrom: null, redaction: null, text: null };
  async function added(id: string, content: string): Promise<Attachment> {
    const path = join(folder, id);
    await writeFile(path, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const facts = { sha256, size: content.length, type: 'text/plain', name: 'a.txt', uploadedBy: 'somebody' };
    const file = { id, ...facts, ...noCopy, uploadedAt: new Date() };
    return addAttachment(database.db, file, () => store.keep(path, sha256));
  }
  const aWeekLater = () => database.db.execute(sql`update attachments set claimed_at = claimed_at - interval '8 days'`);
  const purged = () => purge({ db: database.db, store, incoming: join(folder, 'incoming'), unusedDays: 7 });
  const contentOf = async ({ sha256 }: Attachment) => (await buffer(await store.read(sha256))).toString();

  test('what no act has named for a week goes; what one has named, or what is the same as that, stays', async () => {
    const used = await added('used', 'one');
    const same = await added('same', 'one');
    const idle = await added('idle', 'two');
    const note = { seq: 2, type: 'note', data: { text: '', attachments: [used.id] } } as unknown as CaseEvent;
    await addUses(database.db, 'CASE-1', note);
    await addUses(database.db, 'CASE-1', note);
    expect(await purged()).toBe(0);

    await aWeekLater();
    const fresh = await added('fresh', 'three');
    expect(await purged()).toBe(2);
    expect(await Promise.all([used, same, idle, fresh].map(({ id }) => findAttachment(database.db, id)))).toMatchObject(
      [{ id: 'used' }, undefined, undefined, { id: 'fresh' }]
    );
    expect([await contentOf(used), await contentOf(fresh)]).toEqual(['one', 'three']);
    await expect(store.read(idle.sha256)).rejects.toThrow('cannot be opened');
  });

  test('R3: the files of a message stay as long as a case may be made of it', async () => {
    for (const status of draftStatuses) {
      const [original, attached] = [await added(`${status}-original`, status), await added(`${status}-file`, status)];
      await addDraft(database.db, {
        id: status,
        source: 'email',
        status,
        messageKey: status,
        sender: null,
        senderName: null,
        subject: null,
        text: '',
        original: original.id,
        originalHash: original.sha256,
        attachments: [attached.id],
        faults: [],
        automatic: null,
        receivedAt: new Date(),
        takenAt: new Date(),
      });
    }
    await aWeekLater();
    await purged();
    const kept = async (status: string) =>
      (await Promise.all(['original', 'file'].map((name) => findAttachment(database.db, `${status}-${name}`)))).filter(
        (file) => file !== undefined
      ).length;
    expect(await Promise.all(draftStatuses.map(async (status) => [status, await kept(status)]))).toEqual([
      ['waiting', 2],
      ['submitted', 0],
      ['dismissed', 0],
      ['set_aside', 2],
    ]);
  });

  test('the store is not waited for with a transaction open, and what it does not take is removed', async () => {
    const sha256 = createHash('sha256').update('four').digest('hex');
    const facts = { sha256, size: 4, type: 'text/plain', name: 'a.txt', uploadedBy: 'somebody else' };
    const file = { id: 'unplaced', ...facts, ...noCopy, uploadedAt: new Date() };
    const placed = addAttachment(database.db, file, async () => {
      expect(await countUnused(database.db, 'somebody else', 7)).toBe(1);
      throw new Error('the store is away');
    });
    await expect(placed).rejects.toThrow('the store is away');
    expect(await countUnused(database.db, 'somebody else', 7)).toBe(0);
    expect(await purged()).toBe(1);
    expect(await findAttachment(database.db, 'unplaced')).toBeUndefined();
  });

  test('what a broken upload left goes after a day', async () => {
    await purged();
    const [old, young] = ['old', 'young'].map((name) => join(folder, 'incoming', name)) as [string, string];
    await writeFile(old, 'half');
    await writeFile(young, 'half');
    await utimes(old, new Date(0), new Date(0));
    await purged();
    expect(await readdir(join(folder, 'incoming'))).toEqual(['young']);
  });
});
