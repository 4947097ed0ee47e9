import type { RequestHandler } from 'express';
import { Problem } from '../http/problems';

/** Deeper than anything that is asked for anywhere. */
const DEEPEST = 32;

/**
 * Refuses JSON that lets whoever walks through it run out of stack, and numbers that JSON can write and nothing can
 * hold (`1e999`).
 */
export const plainJson: RequestHandler = ({ body }: { body: unknown }, _response, next) => {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST)
      throw new Problem('malformed-request', { detail: `JSON is at most ${String(DEEPEST)} levels deep.` });
    if (level.some((part) => typeof part === 'number' && !Number.isFinite(part)))
      throw new Problem('malformed-request', { detail: 'A number is too large.' });
    level = level.flatMap((part): unknown[] => (typeof part === 'object' && part !== null ? Object.values(part) : []));
  }
  next();
};
