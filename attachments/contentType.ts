import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** Bytes that no text has. */
const binary = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/;

/** The media type that a file's content shows, whatever its name says; null where it shows none. Nothing is unpacked. */
export async function contentType(path: string): Promise<string | null> {
  const found = await fileTypeFromFile(path);
  if (found !== undefined) return found.mime;
  const content = await readFile(path);
  return content.length > 0 && isUtf8(content) && !binary.test(content.toString()) ? 'text/plain' : null;
}
