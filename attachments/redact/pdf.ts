import {
  PDFDocument,
  PDFName,
  PDFRawStream,
  concatTransformationMatrix,
  drawObject,
  popGraphicsState,
  pushGraphicsState,
} from '@cantoo/pdf-lib';
import { asFields, asStamps, leaveOutAnnotations } from './annotations';
import { drawnPages } from './drawPages';

/** A PDF of which a copy is to be made. */
interface ReadPdf {
  readonly pages: number;
  /** The same with nothing over its pages but what was filled into a form. */
  readonly shown: Uint8Array;
  /** The same with what was filled in on the pages themselves, where it is read as their text is. */
  readonly flattened: Uint8Array;
}

/** @throws DrawnOver, and Error where it cannot be read, as one under a password. */
export async function readPdf(content: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(content, { updateMetadata: false });
  const form = document.getForm();
  form.updateFieldAppearances();
  // What is drawn is what the form looks like, not what a viewer would make of it.
  form.acroForm.dict.delete(PDFName.of('NeedAppearances'));
  const pages = document.getPages();
  const fields = pages.flatMap(leaveOutAnnotations);
  asStamps(fields);
  const shown = await saved(document);
  asFields(fields);
  form.flatten({ updateFieldAppearances: false });
  return { pages: pages.length, shown, flattened: await saved(document) };
}

const saved = (document: PDFDocument): Promise<Uint8Array> =>
  document.save({ updateFieldAppearances: false, useObjectStreams: false });

/**
 * A new document with a picture of each page, as one sees it. Nothing else stays: not what lies under a black box,
 * behind a cropped edge or in a hidden layer, no data of photographs, no author, attached file, script or bookmark.
 */
export async function picturesOf(pdf: Uint8Array): Promise<Uint8Array> {
  const copy = await PDFDocument.create({ updateMetadata: false });
  for await (const { picture, width, height } of drawnPages(pdf)) {
    const { content, ...facts } = picture;
    const dictionary = copy.context.obj({ Type: 'XObject', Subtype: 'Image', ...facts, Length: content.length });
    const image = copy.context.register(PDFRawStream.of(dictionary, content));
    const page = copy.addPage([width, height]);
    page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(width, 0, 0, height, 0, 0),
      drawObject(page.node.newXObject('Page', image)),
      popGraphicsState()
    );
  }
  return copy.save();
}
