import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';

/** Reads a PDF from its input and prints its pages; a process of its own, since the reader cannot be loaded within jest. */
async function main(): Promise<void> {
  const content = await buffer(process.stdin);
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(content)));
  process.stdout.write(JSON.stringify(text));
}

void main();
