import { z } from 'zod';
import { channels } from '../domain/inputs';
import { statuses } from '../domain/statuses';
import { endOf, toMillis } from '../domain/time';
import { views } from '../domain/views';
import { cursor } from './cursor';
import { caseCode } from './submission';
import { identifier, localDate, text } from './text';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

export const limit = z.coerce.number().int().min(1).max(200).default(50);

/** What narrows a list of cases. */
export const caseFilters = z.strictObject({
  /** Cases that are yours in one way; see `GET /v1/inbox`. */
  view: z.enum(views).optional(),
  status: z.enum(statuses).optional(),
  open: flag.optional(),
  agency: identifier.optional(),
  officer: identifier.optional(),
  category: identifier.optional(),
  channel: z.enum(channels).optional(),
  /** The most urgent deadline ends on this day or before. */
  due: localDate.transform((day) => new Date(toMillis(endOf(day)) + 1)).optional(),
  overdue: flag.optional(),
  waitsFor: identifier.optional(),
  /** Linked to an earlier case as its duplicate, or not. */
  duplicate: flag.optional(),
  /** The cases that are linked to this one. */
  linkedTo: caseCode.optional(),
  q: text(200).optional(),
});

/** The query of `GET /v1/cases`. */
export const listQuery = caseFilters.extend({ cursor: cursor.optional(), limit });
