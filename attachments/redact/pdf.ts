import { PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';
import { withoutMetadata } from './jpeg';

/** What an object tells beside the page that it draws: XMP, the data of editors, dates, thumbnails, what runs by itself. */
const telling = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'AA', 'OpenAction', 'Names', 'AF'].map((name) =>
  PDFName.of(name)
);
const ANNOTATIONS = PDFName.of('Annots');
const FILTER = PDFName.of('Filter');
const JPEG = PDFName.of('DCTDecode');

/**
 * The pages of a PDF in a new document: no author, title, history, attached file, script, bookmark, or comment stays.
 * Forms that were filled in become part of their pages.
 * @throws Error where it cannot be read, such as one under a password.
 */
export async function redactPdf(content: Uint8Array): Promise<Uint8Array> {
  const source = await PDFDocument.load(content, { updateMetadata: false });
  source.getForm().flatten();
  for (const page of source.getPages()) page.node.delete(ANNOTATIONS);
  const copy = await PDFDocument.create({ updateMetadata: false });
  for (const page of await copy.copyPages(source, source.getPageIndices())) copy.addPage(page);
  for (const [reference, object] of copy.context.enumerateIndirectObjects()) {
    for (const name of telling) dictionaryOf(object)?.delete(name);
    if (object instanceof PDFRawStream && object.dict.get(FILTER) === JPEG)
      copy.context.assign(reference, PDFRawStream.of(object.dict, withoutMetadata(object.getContents())));
  }
  return copy.save({ updateFieldAppearances: false });
}

const dictionaryOf = (object: PDFObject): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFRawStream ? object.dict : undefined;
