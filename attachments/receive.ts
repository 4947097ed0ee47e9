import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { intoFile } from './intoFile';
import { tooLarge, UploadRefused } from './refusals';

/** A file that has arrived whole, in a place of its own, not yet taken. */
export interface Arrived {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
}

/** Room for the boundaries and headers of the form around the file. */
const FORM_OVERHEAD = 16 * 1024;

/**
 * Writes the one file of a `multipart/form-data` request into a folder as it comes, hashing it on the way.
 * What fails leaves nothing behind.
 * @throws UploadRefused, NoRoom
 */
export async function receive(request: IncomingMessage, folder: string, maxBytes: number): Promise<Arrived> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + FORM_OVERHEAD) throw tooLarge(maxBytes);
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  try {
    const file = await onlyFile(request, path, maxBytes);
    if (file.size === 0) throw new UploadRefused('empty');
    return file;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function onlyFile(request: IncomingMessage, path: string, maxBytes: number): Promise<Arrived> {
  const form = formOf(request, maxBytes);
  let writing: Promise<Arrived> | undefined;
  let content: Readable | undefined;
  const parsed = new Promise<void>((resolve, reject) => {
    form.once('finish', resolve);
    form.once('error', (error: unknown) => {
      reject(new UploadRefused('malformed', String(error)));
    });
    request.once('close', () => {
      if (!request.complete) reject(new UploadRefused('malformed', 'The upload broke off.'));
    });
    form.on('file', (_field: string, stream: BusboyFileStream, name: string) => {
      content = stream;
      stream.once('limit', () => {
        reject(tooLarge(maxBytes));
      });
      writing = write(stream, path, name);
      writing.catch(reject);
    });
    request.pipe(form);
  });
  try {
    await parsed;
    if (writing === undefined) throw new UploadRefused('noFile');
    return await writing;
  } catch (error) {
    // The request itself stays whole: its connection carries the answer.
    request.unpipe(form);
    request.resume();
    content?.destroy(error as Error);
    await writing?.catch(() => undefined);
    throw error;
  }
}

function formOf(request: IncomingMessage, maxBytes: number): BusboyInstance {
  try {
    const limits = { files: 1, fields: 0, fileSize: maxBytes, headerPairs: 20 };
    return new Busboy({ headers: request.headers as BusboyHeaders, limits });
  } catch (error) {
    throw new UploadRefused('notAForm', String(error));
  }
}

/** Writes a content into a new file, hashing it on the way. @throws NoRoom */
export async function write(content: Readable, path: string, name: string | undefined): Promise<Arrived> {
  const hash = createHash('sha256');
  let size = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      yield chunk;
    }
  };
  await intoFile(path, (file) => pipeline(content, measured, file));
  return { path, name: name ?? '', sha256: hash.digest('hex'), size };
}
