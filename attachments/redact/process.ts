import { readFile, writeFile } from 'node:fs/promises';
import { isMediaType, type MediaType } from '../mediaTypes';
import { redactPdf } from './pdf';
import { pdfText } from './pdfText';
import { redactPicture } from './picture';
import { AT_FAULT, TOO_MUCH } from './run';

const pictures: readonly MediaType[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff'];

async function redact(type: string, from: string, to: string): Promise<{ text: string }> {
  const content = await readFile(from);
  if (isMediaType(type) && pictures.includes(type)) {
    await writeFile(to, await redactPicture(content));
    return { text: '' };
  }
  if (type === 'application/pdf') {
    const copy = await redactPdf(content);
    await writeFile(to, copy);
    return { text: await pdfText(copy) };
  }
  if (type === 'text/plain') {
    await writeFile(to, content);
    return { text: content.toString() };
  }
  throw new Error(`Make a PDF of it first: nothing is known to be left out of ${type}.`);
}

const [type = '', from = '', to = ''] = process.argv.slice(2);
redact(type, from, to).then(
  (redacted) => process.stdout.write(JSON.stringify(redacted)),
  (error: unknown) => {
    process.stderr.write(error instanceof Error ? error.message : String(error));
    // Nested too deep or too large for this process: its own words would mean nothing to who sent the file.
    process.exitCode = error instanceof RangeError ? TOO_MUCH : AT_FAULT;
  }
);
