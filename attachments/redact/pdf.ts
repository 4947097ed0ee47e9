import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNull,
  PDFRawStream,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { withoutMetadata } from './jpeg';

/** What an object tells beside the page that it draws: XMP, the data of editors, dates, thumbnails, what runs by itself. */
const telling = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'AA', 'OpenAction', 'Names', 'AF'].map((name) =>
  PDFName.of(name)
);
const ANNOTATIONS = PDFName.of('Annots');
const FILTER = PDFName.of('Filter');
const PARAMETERS = PDFName.of('DecodeParms');
const JPEG = PDFName.of('DCTDecode');

/**
 * The pages of a PDF in a new document: no author, title, history, attached file, script, bookmark, or comment stays.
 * Forms that were filled in become part of their pages.
 * @throws Error where it cannot be read, such as one under a password or with a photograph that cannot be unpacked.
 */
export async function redactPdf(content: Uint8Array): Promise<Uint8Array> {
  const source = await PDFDocument.load(content, { updateMetadata: false });
  source.getForm().flatten();
  for (const page of source.getPages()) page.node.delete(ANNOTATIONS);
  const copy = await PDFDocument.create({ updateMetadata: false });
  for (const page of await copy.copyPages(source, source.getPageIndices())) copy.addPage(page);
  for (const [reference, object] of copy.context.enumerateIndirectObjects()) {
    for (const name of telling) dictionaryOf(object)?.delete(name);
    if (object instanceof PDFRawStream && listOf(object.dict.lookup(FILTER)).includes(JPEG))
      copy.context.assign(reference, withoutTraces(object));
  }
  return copy.save({ updateFieldAppearances: false });
}

/** A photograph without what its JPEG tells, taken out of whatever it is packed in besides. */
function withoutTraces({ dict, contents }: PDFRawStream): PDFRawStream {
  const filters = listOf(dict.lookup(FILTER));
  const parameters = listOf(dict.lookup(PARAMETERS));
  const last = filters.length - 1;
  if (filters.indexOf(JPEG) !== last) throw new Error('A photograph in it is packed in a way that nobody unpacks.');
  const packed = dict.clone();
  packed.set(FILTER, dict.context.obj(filters.slice(0, last)));
  packed.set(PARAMETERS, dict.context.obj(parameters.slice(0, last)));
  const jpeg = decodePDFRawStream(PDFRawStream.of(packed, contents)).decode();
  const bare = dict.clone();
  bare.set(FILTER, JPEG);
  bare.set(PARAMETERS, parameters[last] ?? PDFNull);
  return PDFRawStream.of(bare, withoutMetadata(jpeg));
}

/** Filters and their parameters are given as one or as an array. References are followed. */
const listOf = (given: PDFObject | undefined): PDFObject[] =>
  given instanceof PDFArray
    ? given.asArray().map((_, index) => given.lookup(index) ?? PDFNull)
    : given === undefined
      ? []
      : [given];

const dictionaryOf = (object: PDFObject): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFRawStream ? object.dict : undefined;
