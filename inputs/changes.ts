import { z } from 'zod';
import { NOT_OURS } from './cursor';
import { limit } from './list';

/** `GET /v1/changes`: without a cursor, from the beginning. */
export const changesQuery = z.strictObject({
  since: z
    .string()
    .regex(/^[0-9]{1,15}$/, NOT_OURS)
    .optional(),
  limit,
});
