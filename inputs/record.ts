import { z } from 'zod';
import { NOT_OURS } from './cursor';
import { limit } from './list';

export const rootsQuery = z.strictObject({
  // Of as many digits as their column holds.
  cursor: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/, NOT_OURS)
    .transform(Number)
    .optional(),
  limit,
});

/** The forms in which a whole case is given out (R1.4). */
const exportFormats = ['json', 'pdf', 'docx'] as const;

/** On which paper a receipt is printed. */
export const receiptQuery = z.strictObject({ paper: z.enum(['a4', 'a5']).default('a5') });

export const exportQuery = z.strictObject({ format: z.enum(exportFormats).default('json') });
