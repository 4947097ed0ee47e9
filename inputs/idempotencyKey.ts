import { z } from 'zod';

/** A client's name for one request, under which it takes effect once. */
export const idempotencyKey = z.string().regex(/^[\x21-\x7E]{1,200}$/, 'is not 1 to 200 visible ASCII characters');
