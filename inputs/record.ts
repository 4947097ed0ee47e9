import { z } from 'zod';
import { limit } from './list';

export const rootsQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/, 'is not a cursor of this list')
    .transform(Number)
    .optional(),
  limit,
});

/** The forms in which a whole case is given out (R1.4). */
const exportFormats = ['json', 'pdf', 'docx'] as const;

export const exportQuery = z.strictObject({ format: z.enum(exportFormats).default('json') });
