import { z } from 'zod';
import { numberCursor } from './cursor';
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
  cursor: numberCursor.optional(),
  limit,
});
