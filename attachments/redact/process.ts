import { readFile, writeFile } from 'node:fs/promises';
import { isMediaType, type MediaType } from '../../inputs/mediaTypes';
import { picturesOf, readPdf } from './pdf';
import { pdfText } from './pdfText';
import { redactPicture } from './picture';
import { AT_FAULT, DRAWN_OVER, DrawnOver, MOST_PAGES, TakesTooMuch, TOO_MUCH } from './run';

const pictures: readonly MediaType[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff'];

async function redact(type: string, from: string, to: string): Promise<{ text: string }> {
  const content = await readFile(from);
  if (isMediaType(type) && pictures.includes(type)) {
    await writeFile(to, await redactPicture(content));
    return { text: '' };
  }
  if (type === 'application/pdf') {
    const { pages, shown, flattened } = await readPdf(content);
    if (pages > MOST_PAGES) throw new TakesTooMuch(`It has ${String(pages)} pages.`);
    process.stdout.write(`${String(pages)}\n`);
    await writeFile(to, await picturesOf(shown));
    // The copy has no text any more: what could be read in the file is looked through all the same.
    return { text: await pdfText(flattened) };
  }
  if (type === 'text/plain') {
    await writeFile(to, content);
    return { text: content.toString() };
  }
  throw new Error(`Make a PDF of it first: nothing is known to be left out of ${type}.`);
}

/** How JavaScript, WebAssembly and pdf.js call that something is nested too deep or too large for this process. */
const tooMuch = ['RangeError', 'RuntimeError', 'UnknownErrorException'];

/** What an error means for who sent the file, to whom the words of `tooMuch` would mean nothing. */
function codeOf(error: unknown): number {
  if (error instanceof DrawnOver) return DRAWN_OVER;
  if (error instanceof TakesTooMuch) return TOO_MUCH;
  return error instanceof Error && tooMuch.includes(error.name) ? TOO_MUCH : AT_FAULT;
}

const [type = '', from = '', to = ''] = process.argv.slice(2);
redact(type, from, to).then(
  (redacted) => process.stdout.write(JSON.stringify(redacted)),
  (error: unknown) => {
    // Decoders write to the other stream what they think of a file.
    process.stdout.write(error instanceof Error ? error.message : String(error));
    process.exitCode = codeOf(error);
  }
);
