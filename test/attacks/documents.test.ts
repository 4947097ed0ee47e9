import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { NotRedactable, redactFile } from '../../attachments/redact/run';

/** Less than the service allows, so that what would go on for ever ends soon. */
const BOUNDS = { memoryKilobytes: 700_000, millis: 60_000 };
const TOO_MUCH = 'The file takes too much to read.';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pakn-documents-'));
  // The process that makes copies runs from its source, as under tsx.
  process.execArgv.push('--import', 'tsx');
});
afterAll(() => rm(folder, { recursive: true }));

/** What comes of a PDF when a copy for publication is made: what can be read in the copy, or why there is none. */
async function copied(pdf: Buffer, bounds = BOUNDS): Promise<string> {
  const from = join(folder, 'original.pdf');
  await writeFile(from, pdf);
  try {
    return (await redactFile('application/pdf', from, join(folder, 'copy.pdf'), bounds)).text;
  } catch (error) {
    if (error instanceof NotRedactable) return error.message;
    throw error;
  }
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const ONE_PAGE = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = (more = '') => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] ${more} >>`;

/** A document of these objects, numbered from 1; the first one is its catalogue. */
function pdfOf(...objects: (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const places: number[] = [];
  let at = parts[0]!.length;
  const append = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  objects.forEach((object, index) => {
    places.push(at);
    append(
      Buffer.concat([Buffer.from(`${String(index + 1)} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    );
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  const end = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(at)}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}${end}`)]);
}

const BLOCK_BYTES = 64 * 1024 * 1024;

/** A stream that unpacks to as many times 64 MB of spaces: its blocks stand alone, so that one is packed for all. */
function swollen(blocks: number, dictionary = ''): Buffer {
  const spaces = Buffer.alloc(BLOCK_BYTES, ' ');
  const block = deflateRawSync(spaces, { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const packed = [Buffer.from([0x78, 0x9c]), ...Array<Buffer>(blocks).fill(block), Buffer.from([3, 0, 0, 0, 0, 0])];
  const content = Buffer.concat(packed);
  const head = `<< ${dictionary} /Filter /FlateDecode /Length ${String(content.length)} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\nendstream')]);
}

test('a page that unpacks to 4 GB is not drawn', async () => {
  const bomb = pdfOf(CATALOGUE, ONE_PAGE, page('/Contents 4 0 R'), swollen(64));
  expect(bomb.length).toBeLessThan(5_000_000);
  expect(await copied(bomb)).toBe(TOO_MUCH);
});

test.each([
  [300, TOO_MUCH],
  [3_000, ''],
])('a page that unpacks to 512 MB, where %i MB are allowed', async (megabytes, expected) => {
  const large = pdfOf(CATALOGUE, ONE_PAGE, page('/Contents 4 0 R'), swollen(8));
  // Time enough, on any machine, for memory to decide.
  const bounds = { memoryKilobytes: megabytes * 1_000, millis: 500_000 };
  expect(await copied(large, bounds)).toBe(expected);
});

test('objects that unpack to 4 GB are left out, or the file is refused', async () => {
  const bomb = pdfOf(CATALOGUE, ONE_PAGE, page(), swollen(64, '/Type /ObjStm /N 1 /First 4'));
  expect(['', TOO_MUCH]).toContain(await copied(bomb));
});

test('a hundred million pages, all of them the same one, are not copied', async () => {
  const LEVELS = 8;
  const tenOf = (child: number) => `[${`${String(child)} 0 R `.repeat(10)}]`;
  const tree = Array.from(
    { length: LEVELS },
    (_, level) => `<< /Type /Pages /Kids ${tenOf(level + 3)} /Count ${String(10 ** (LEVELS - level))} >>`
  );
  expect(await copied(pdfOf(CATALOGUE, ...tree, page()))).toBe(TOO_MUCH);
});

test('pages that lead back to themselves are not followed', async () => {
  expect(await copied(pdfOf(CATALOGUE, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'))).toBe(TOO_MUCH);
});

test('objects nested without end are not followed', async () => {
  const DEPTH = 100_000;
  const chain = Array.from({ length: DEPTH }, (_, index) => `<< /Next ${String(index + 5)} 0 R >>`);
  const brackets = '['.repeat(DEPTH) + ']'.repeat(DEPTH);
  for (const [held, ...more] of [['4 0 R', ...chain, '<< >>'], [brackets]])
    expect(['', TOO_MUCH]).toContain(await copied(pdfOf(CATALOGUE, ONE_PAGE, page(`/Held ${held ?? ''}`), ...more)));
});

test('S7: what stands in a hidden field of a form is not in the copy, and not looked through', async () => {
  const document = await PDFDocument.create();
  const page = document.addPage();
  for (const name of ['hidden', 'shown']) {
    const field = document.getForm().createTextField(name);
    field.setText(name);
    field.addToPage(page);
    if (name === 'hidden') field.acroField.getWidgets()[0]!.setFlags(2);
  }
  expect(await copied(Buffer.from(await document.save()))).toBe('shown');
});

test('what comes after is read as ever, in the time that it may take', async () => {
  const text = 'BT /F 12 Tf 10 50 Td (Binh thuong) Tj ET';
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const content = `<< /Length ${String(text.length)} >>\nstream\n${text}\nendstream`;
  const sound = pdfOf(
    CATALOGUE,
    ONE_PAGE,
    page('/Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>'),
    content,
    font
  );
  expect(await copied(sound)).toBe('Binh thuong');
  expect(await copied(sound, { ...BOUNDS, millis: 1 })).toBe(TOO_MUCH);
});
