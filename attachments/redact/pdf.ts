import { PDFDict, PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import { drawnPages } from './drawPages';
import { DrawnOver } from './run';

const ANNOTATIONS = PDFName.of('Annots');
const SUBTYPE = PDFName.of('Subtype');
/** They lead somewhere or are read beside the page, and cover nothing of it. */
const harmless = ['Link', 'Popup', 'Text'].map((name) => PDFName.of(name));

/**
 * A PDF whose pages hold all that one sees on them: forms that were filled in become part of them.
 * Viewers do not agree on what annotations hide, so there may be none.
 * @throws DrawnOver, and Error where it cannot be read, as one under a password.
 */
export async function flattenedPdf(content: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(content, { updateMetadata: false });
  document.getForm().flatten();
  for (const page of document.getPages()) leaveOutAnnotations(page);
  return document.save({ updateFieldAppearances: false, useObjectStreams: false });
}

function leaveOutAnnotations({ node }: PDFPage): void {
  const annotations = node.Annots();
  for (let index = 0; index < (annotations?.size() ?? 0); index++) {
    const annotation = annotations?.lookup(index);
    // Whatever else stands in the list is none.
    if (!(annotation instanceof PDFDict)) continue;
    const subtype = annotation.lookup(SUBTYPE);
    if (!harmless.some((name) => name === subtype))
      throw new DrawnOver(`Annotations such as ${String(subtype)} may hide what a page holds.`);
  }
  node.delete(ANNOTATIONS);
}

/**
 * A new document with a picture of each page, as one sees it. Nothing else stays: not what lies under a black box,
 * behind a cropped edge or in a hidden layer, no data of photographs, no author, attached file, script or bookmark.
 */
export async function picturesOf(pdf: Uint8Array): Promise<Uint8Array> {
  const copy = await PDFDocument.create({ updateMetadata: false });
  for await (const { picture, width, height } of drawnPages(pdf))
    copy.addPage([width, height]).drawImage(await copy.embedJpg(picture), { width, height });
  return copy.save();
}
