import { z } from 'zod';
import { limit } from './list';
import { text } from './text';

const name = text(150).optional();

export const adminEventsQuery = z.strictObject({
  subject: name,
  act: name,
  by: name,
  cursor: z
    .string()
    .regex(/^[1-9][0-9]{0,14}$/, 'is not a cursor of this list')
    .optional(),
  limit,
});
