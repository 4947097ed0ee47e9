import { PDFDocument, PDFName, PDFRawStream, PDFString, rgb, type PDFPage } from '@cantoo/pdf-lib';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { picturesOf, readPdf } from '../../attachments/redact/pdf';
import { DrawnOver } from '../../attachments/redact/run';

const colours = { red: [220, 20, 20], blue: [20, 20, 220], black: [0, 0, 0], white: [255, 255, 255] } as const;
type Colour = keyof typeof colours;
const SIDE = 200;

/** What telephones append behind the end of a photograph: previews, depth pictures, from before it was cut. */
const TRAILER = 'behind the end of the picture';

const plain = (colour: Colour, width: number) => {
  const [r, g, b] = colours[colour];
  return { create: { width, height: SIDE, channels: 3 as const, background: { r, g, b } } };
};

/** A photograph as a telephone makes it: red on its left half, blue on its right. */
async function photograph(): Promise<Buffer> {
  const jpeg = await sharp(plain('blue', SIDE))
    .composite([{ input: plain('red', SIDE / 2), left: 0, top: 0 }])
    .withExif({ IFD0: { Artist: 'Nguoi gui' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 21/1 0/1' } })
    .jpeg()
    .toBuffer();
  return Buffer.concat([jpeg, Buffer.from(TRAILER)]);
}

/** A PDF with a page that a photograph fills, and what else is done to it. */
async function scanned(
  change: (page: PDFPage, document: PDFDocument) => unknown = () => undefined
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setAuthor('Nguoi gui');
  const page = document.addPage([SIDE, SIDE]);
  page.drawImage(await document.embedJpg(await photograph()), { width: SIDE, height: SIDE });
  await change(page, document);
  return document.save();
}

const copied = async (pdf: Uint8Array) => picturesOf((await readPdf(pdf)).shown);

/** The pictures that a PDF holds, on its pages or not. */
const picturesIn = ({ context }: PDFDocument): PDFRawStream[] =>
  context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object): object is PDFRawStream => object instanceof PDFRawStream)
    .filter(({ dict }) => dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image'));

/** The copy of a PDF of one page: its width, and the colours of the one picture that it holds, in places from 0 to 1. */
async function seen(pdf: Uint8Array, ...places: [x: number, y: number][]) {
  const copy = await PDFDocument.load(await copied(pdf), { updateMetadata: false });
  const [picture, ...others] = picturesIn(copy);
  expect([copy.getPageCount(), others]).toEqual([1, []]);
  const { data, info } = await dotsOf(picture!);
  const found = places.map(([x, y]) => {
    const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
    return nearest([...data.subarray(at, at + 3)]);
  });
  return { width: Math.round(copy.getPage(0).getWidth()), found };
}

const factOf = ({ dict }: PDFRawStream, name: string) => String(dict.lookup(PDFName.of(name)));

/** What a picture shows, in red, green and blue. */
function dotsOf(picture: PDFRawStream) {
  const content = picture.getContents();
  const [width, height] = [Number(factOf(picture, 'Width')), Number(factOf(picture, 'Height'))];
  const shades = () =>
    [...inflateSync(content)].flatMap((two, at) =>
      width % 2 === 1 && (at + 1) % Math.ceil(width / 2) === 0 ? [(two >> 4) * 17] : [(two >> 4) * 17, (two & 15) * 17]
    );
  const shown =
    factOf(picture, 'Filter') === '/DCTDecode'
      ? sharp(content)
      : sharp(Uint8Array.from(shades()), { raw: { width, height, channels: 1 } });
  return shown.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
}

/** The colour that a JPEG keeps like this. */
function nearest(dot: number[]): Colour | undefined {
  const names = Object.keys(colours) as Colour[];
  return names.find((name) => dot.every((part, index) => Math.abs(part - colours[name][index]!) < 20));
}

test('R9.1: the copy of a PDF holds a picture of each page and nothing that tells where, when or by whom it was made', async () => {
  const pdf = await scanned();
  expect(await seen(pdf, [0.25, 0.5], [0.75, 0.5])).toEqual({ width: SIDE, found: ['red', 'blue'] });
  const copy = Buffer.from(await copied(pdf));
  for (const secret of ['Exif', TRAILER]) {
    expect(Buffer.from(pdf).includes(secret)).toBe(true);
    expect(copy.includes(secret)).toBe(false);
  }
  expect((await PDFDocument.load(copy, { updateMetadata: false })).getAuthor()).toBeUndefined();
});

/** How the picture of a page that another fills stands in the copy. */
async function keptAs(picture: sharp.Sharp) {
  const document = await PDFDocument.create();
  const image = await document.embedPng(await picture.png().toBuffer());
  document.addPage([SIDE, SIDE]).drawImage(image, { width: SIDE, height: SIDE });
  const copy = await PDFDocument.load(await copied(await document.save()), { updateMetadata: false });
  return ['ColorSpace', 'BitsPerComponent', 'Filter'].map((name) => factOf(picturesIn(copy)[0]!, name));
}

test('R9.1: the copy of a page is no larger than it need be: print in few shades, photographs and colours as such', async () => {
  const noise = (sigma: number) =>
    sharp({ create: { ...plain('white', SIDE).create, noise: { type: 'gaussian', mean: 128, sigma } } });
  expect(await keptAs(sharp(plain('white', SIDE)))).toEqual(['/DeviceGray', '4', '/FlateDecode']);
  expect(await keptAs(noise(30).greyscale())).toEqual(['/DeviceGray', '8', '/DCTDecode']);
  expect(await keptAs(noise(30))).toEqual(['/DeviceRGB', '8', '/DCTDecode']);
});

test('S7: what lies under a box that was drawn into a page is not in its copy', async () => {
  const boxed = await scanned((page) => {
    page.drawRectangle({ x: 0, y: SIDE / 2, width: SIDE, height: SIDE / 2, color: rgb(0, 0, 0) });
  });
  const { found } = await seen(boxed, [0.25, 0.25], [0.75, 0.25], [0.75, 0.75]);
  expect(found).toEqual(['black', 'black', 'blue']);
});

test('S7: what was cropped off a page is not in its copy', async () => {
  const cropped = await scanned((page) => {
    page.setCropBox(SIDE / 2, 0, SIDE / 2, SIDE);
  });
  expect(await seen(cropped, [0.05, 0.5], [0.95, 0.5])).toEqual({ width: SIDE / 2, found: ['blue', 'blue'] });
});

/** Adds an annotation over the left half of a page. */
const annotated = (Subtype: string) =>
  scanned((page, { context }) => {
    const box = { Type: 'Annot', Subtype, Rect: [0, 0, SIDE / 2, SIDE], IC: [0, 0, 0], Contents: 'Nguoi gui' };
    page.node.addAnnot(context.register(context.obj(box)));
  });

test.each(['Square', 'FreeText', 'Stamp', 'Ink', 'Highlight', 'Redact', 'Widget', 'Unheard'])(
  'S7: no copy is made of a PDF with a %s over its pages, which would come off',
  async (Subtype) => {
    await expect(readPdf(await annotated(Subtype))).rejects.toThrow(DrawnOver);
  }
);

test.each(['Link', 'Popup', 'Text'])('S7: a %s is left out of the copy', async (Subtype) => {
  expect((await seen(await annotated(Subtype), [0.25, 0.5])).found).toEqual(['red']);
});

test('S7: a form that was filled in is part of the picture', async () => {
  const filled = await scanned((page, document) => {
    const field = document.getForm().createTextField('box');
    field.addToPage(page, { x: 0, y: 0, width: SIDE / 2, height: SIDE, backgroundColor: rgb(0, 0, 0), borderWidth: 0 });
  });
  expect((await seen(filled, [0.25, 0.5], [0.75, 0.5])).found).toEqual(['black', 'blue']);
});

/** A page with a field of a form over its left half that is black in each state that it has. */
const withField = (dictionary: Record<string, string | number | object>, states: string[] = []) =>
  scanned((page, { context, catalog }) => {
    const box = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] };
    const black = context.register(context.stream('0 g 0 0 10 10 re f', box));
    const N = states.length === 0 ? black : Object.fromEntries(states.map((state) => [state, black]));
    const field = { Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFString.of('x'), Rect: [0, 0, SIDE / 2, SIDE] };
    const widget = context.register(context.obj({ ...field, AP: { N }, P: page.ref, ...dictionary }));
    page.node.addAnnot(widget);
    catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [widget] }));
  });

test.each([
  ['is shown', 'black', {}, []],
  ['is shown in one of its states', 'black', { AS: 'On' }, ['On']],
  ['has a state that shows nothing', 'red', { AS: 'Off' }, ['On']],
  ['is hidden', 'red', { F: 2 }, []],
  ['is for print alone', 'red', { F: 36 }, []],
  ['is blank', 'red', { AP: {} }, []],
] as const)(
  'S7: of a form the copy holds what one sees, where a field %s',
  async (_what, colour, dictionary, states) => {
    const pdf = await withField(dictionary, [...states]);
    expect((await seen(pdf, [0.02, 0.98], [0.45, 0.05], [0.75, 0.5])).found).toEqual([colour, colour, 'blue']);
  }
);

test.each([
  ['which some viewers do not show', { F: 1 }, []],
  ['which stands in a layer', { OC: { Type: 'OCG', Name: 'layer' } }, []],
  ['which does not say in what state it is', {}, ['On']],
  ['which looks like nothing that is said', { AP: {}, FT: 'Unheard' }, []],
] as const)('S7: no copy is made of a PDF with a field %s', async (_what, dictionary, states) => {
  await expect(withField(dictionary, [...states]).then(readPdf)).rejects.toThrow(DrawnOver);
});

test('S7: a layer that is not shown is not in the copy', async () => {
  const layered = await scanned(async (_page, document) => {
    const { context, catalog } = document;
    await document.flush();
    const layer = context.register(context.obj({ Type: 'OCG', Name: 'hidden' }));
    catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
    for (const { dict } of picturesIn(document)) dict.set(PDFName.of('OC'), layer);
  });
  expect((await seen(layered, [0.25, 0.5])).found).toEqual(['white']);
});
