import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName, PDFRawStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { redactPdf } from '../../attachments/redact/pdf';

const FILTER = PDFName.of('Filter');
const JPEG = PDFName.of('DCTDecode');
const FLATE = PDFName.of('FlateDecode');

/** A JPEG as a telephone makes it. */
const photograph = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#37a' } })
    .withExif({ IFD0: { Artist: 'Người gửi' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 21/1 0/1' } })
    .jpeg()
    .toBuffer();

const photographsIn = ({ context }: PDFDocument) =>
  context.enumerateIndirectObjects().flatMap(([reference, object]) => {
    const filter = object instanceof PDFRawStream ? object.dict.lookup(FILTER) : undefined;
    const drawn = filter === JPEG || (filter instanceof PDFArray && filter.asArray().includes(JPEG));
    return drawn && object instanceof PDFRawStream ? [{ reference, object }] : [];
  });

/** A page with a photograph, whose filter is written like this. */
async function pdfWith(
  filterOf: (context: PDFContext) => PDFObject,
  pack: (jpeg: Uint8Array) => Uint8Array
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawImage(await document.embedJpg(await photograph()));
  await document.flush();
  for (const { reference, object } of photographsIn(document)) {
    object.dict.set(FILTER, filterOf(document.context));
    document.context.assign(reference, PDFRawStream.of(object.dict, pack(object.getContents())));
  }
  return document.save();
}

const asIs = (jpeg: Uint8Array) => jpeg;
const filled = (jpeg: Uint8Array) => Buffer.concat([jpeg.subarray(0, 2), Buffer.of(0xff, 0xff), jpeg.subarray(2)]);
const hexadecimal = (jpeg: Uint8Array) => Buffer.from(`${Buffer.from(jpeg).toString('hex')}>`);

test.each<[string, (context: PDFContext) => PDFObject, (jpeg: Uint8Array) => Uint8Array]>([
  ['a name', () => JPEG, asIs],
  ['a name, with bytes between its parts', () => JPEG, filled],
  ['an array of one', (context) => context.obj([JPEG]), asIs],
  ['a reference to a name', (context) => context.register(JPEG), asIs],
  ['a reference to an array of references', (c) => c.register(c.obj([c.register(JPEG)])), asIs],
  ['packed once more', (context) => context.obj([FLATE, JPEG]), deflateSync],
  ['packed twice more', (c) => c.obj(['ASCIIHexDecode', FLATE, JPEG]), (jpeg) => hexadecimal(deflateSync(jpeg))],
])('R9.1: a photograph in a PDF tells neither who took it nor where; its filter is %s', async (_how, filter, pack) => {
  const copy = await PDFDocument.load(await redactPdf(await pdfWith(filter, pack)));
  const [found, ...others] = photographsIn(copy);
  expect(others).toEqual([]);
  const jpeg = found!.object.getContents();
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 60, height: 40 });
  expect((await sharp(jpeg).metadata()).exif).toBeUndefined();
});

test('R9.1: where a photograph cannot be unpacked, no copy is made for publication', async () => {
  const unknown = await pdfWith((context) => context.obj(['Crypt', JPEG]), asIs);
  await expect(redactPdf(unknown)).rejects.toThrow('Crypt');
  const under = await pdfWith((context) => context.obj([JPEG, FLATE]), asIs);
  await expect(redactPdf(under)).rejects.toThrow('packed');
  const hidden = await pdfWith(
    () => JPEG,
    (jpeg) => Buffer.concat([Buffer.from('\n'), jpeg])
  );
  await expect(redactPdf(hidden)).rejects.toThrow('begin');
});
