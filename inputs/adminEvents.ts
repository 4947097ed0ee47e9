import { z } from 'zod';
import { limit } from './list';
import { localDate, text } from './text';

const name = text(150).optional();

export const adminEventsQuery = z.strictObject({
  subject: name,
  act: name,
  by: name,
  kind: name.describe('What was administered: the part of acts before the dot'),
  from: localDate.optional(),
  through: localDate.optional(),
  cursor: z
    .string()
    .regex(/^[1-9][0-9]{0,14}$/, 'is not a cursor of this list')
    .optional(),
  limit,
});
