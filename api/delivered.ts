import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/** Sends a content to its end. Whoever goes away in the middle is nobody's fault. */
export const delivered = (content: Readable, response: Response): Promise<void> =>
  pipeline(content, response).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
