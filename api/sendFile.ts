import type { Request, Response } from 'express';
import type { Attachments } from '../attachments';
import type { ByteRange } from '../attachments/fileStore';
import { canBePreviewed } from '../inputs/mediaTypes';
import type { Attachment } from '../db/attachments';
import { delivered } from './delivered';
import { Problem } from '../http/problems';
import { problemOfFile } from './fileProblems';

/**
 * Sends a file so that nothing in it runs in the name of this service: to be saved, or as a preview shown in a sandbox
 * where a browser shows its type itself. Answers `Range` and `If-None-Match`.
 */
export async function sendFile(
  attachments: Attachments,
  file: Attachment,
  isPreview: boolean,
  request: Request,
  response: Response
): Promise<void> {
  const isShown = isPreview && canBePreviewed(file.type);
  response.set('ETag', `"${file.sha256}"`);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.attachment(file.name);
  if (isShown) response.set('Content-Disposition', 'inline');
  response.set({
    'Content-Type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
    // The viewers of browsers show no PDF in a sandbox; they run it apart from the page anyway.
    'Content-Security-Policy': file.type === 'application/pdf' ? "default-src 'none'" : "default-src 'none'; sandbox",
    'Accept-Ranges': 'bytes',
  });
  const part = partOf(file, request, response);
  const length = part === undefined ? file.size : part.end - part.start + 1;
  response.set('Content-Length', String(length));
  if (part !== undefined)
    response.status(206).set('Content-Range', `bytes ${String(part.start)}-${String(part.end)}/${String(file.size)}`);
  const content = await attachments.read(file, part).catch((error: unknown) => {
    clearFileHeaders(response);
    throw problemOfFile(error);
  });
  await delivered(content, response);
}

/** The one part that is asked for; everything where none or several are. @throws Problem 416 */
function partOf({ size }: Attachment, request: Request, response: Response): ByteRange | undefined {
  const ranges = request.range(size, { combine: true });
  if (ranges === -1) {
    clearFileHeaders(response);
    response.set('Content-Range', `bytes */${String(size)}`);
    throw new Problem('range-not-satisfiable');
  }
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
  return ranges[0];
}

function clearFileHeaders(response: Response): void {
  for (const name of ['Content-Disposition', 'Content-Length', 'Content-Range', 'ETag', 'Accept-Ranges'])
    response.removeHeader(name);
  response.status(200);
}
