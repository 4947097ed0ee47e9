import { PDFArray, PDFDict, PDFName, PDFStream, PDFWidgetAnnotation, type PDFPage } from '@cantoo/pdf-lib';
import { DrawnOver } from './run';

const ANNOTATIONS = PDFName.of('Annots');
const SUBTYPE = PDFName.of('Subtype');
const WIDGET = PDFName.of('Widget');
const STAMP = PDFName.of('Stamp');
const APPEARANCE = PDFName.of('AP');
/** They lead somewhere or are read beside the page, and cover nothing of it. */
const harmless = ['Link', 'Popup', 'Text'].map((name) => PDFName.of(name));

const INVISIBLE = 1;
const HIDDEN = 2;
const NO_VIEW = 32;

/**
 * Leaves nothing over a page but the fields of forms that are shown, and gives these.
 * @throws DrawnOver where viewers do not agree on what is shown.
 */
export function leaveOutAnnotations({ node }: PDFPage): PDFDict[] {
  const annotations = node.Annots() ?? PDFArray.withContext(node.context);
  const fields: PDFDict[] = [];
  const shown = PDFArray.withContext(node.context);
  for (let index = 0; index < annotations.size(); index++) {
    const annotation = annotations.lookup(index);
    // Whatever else stands in the list is none.
    if (!(annotation instanceof PDFDict)) continue;
    const subtype = annotation.lookup(SUBTYPE);
    if (subtype === WIDGET && isShown(PDFWidgetAnnotation.fromDict(annotation))) {
      fields.push(annotation);
      shown.push(annotations.get(index));
    } else if (subtype === WIDGET) {
      // Nor does it become a part of the page where the form does.
      annotation.delete(APPEARANCE);
    } else if (!harmless.some((name) => name === subtype))
      throw new DrawnOver(`Annotations such as ${String(subtype)} may hide what a page holds.`);
  }
  node.set(ANNOTATIONS, shown);
  return fields;
}

/** Has fields drawn as they stand: a field as such is drawn only by who fills the form in. */
export function asStamps(fields: readonly PDFDict[]): void {
  for (const field of fields) field.set(SUBTYPE, STAMP);
}

export function asFields(fields: readonly PDFDict[]): void {
  for (const field of fields) field.set(SUBTYPE, WIDGET);
}

/** Whether the field of a form is shown. @throws DrawnOver where that is up to the viewer. */
function isShown(widget: PDFWidgetAnnotation): boolean {
  if (widget.hasFlag(HIDDEN) || widget.hasFlag(NO_VIEW)) return false;
  if (widget.hasFlag(INVISIBLE) || widget.dict.has(PDFName.of('OC')))
    throw new DrawnOver('Viewers do not agree on whether a field of the form is shown.');
  const normal = widget.AP()?.lookup(PDFName.of('N'));
  if (normal instanceof PDFStream) return true;
  // One of several states, such as a box that is ticked.
  if (normal instanceof PDFDict && widget.getAppearanceState() !== undefined) return true;
  if (normal === undefined && isBlank(widget)) return false;
  throw new DrawnOver('Viewers do not agree on what a field of the form looks like.');
}

/** A place for a signature, or a signature that is not to be seen. */
function isBlank(widget: PDFWidgetAnnotation): boolean {
  const { width, height } = widget.getRectangle();
  return width === 0 || height === 0 || widget.dict.lookup(PDFName.of('FT')) === PDFName.of('Sig');
}
