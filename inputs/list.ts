import { z } from 'zod';
import { statuses } from '../domain/statuses';
import { views } from '../domain/views';
import { cursor } from './cursor';
import { figure, figureFilters } from './report';
import { caseCode, reference } from './submission';
import { identifier, idOf, localDate, text } from './text';

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const dueWords = ['late', 'today', 'todayOnly', 'week'] as const;

export const limit = z.coerce.number().int().min(1).max(200).default(50);

/** What narrows a list of cases. */
export const caseFilters = z.strictObject({
  /** Cases that are yours in one way; see `GET /v1/inbox`. */
  view: z.enum(views).optional(),
  status: z.enum(statuses).optional(),
  open: flag.optional(),
  agency: idOf('agency').optional(),
  officer: idOf('person').optional(),
  /** The most urgent deadline has ended, ends today or before, ends today and not before, within seven days, or on this day or before. */
  due: z.union([z.enum(dueWords), localDate]).optional(),
  /** It ends after this day. */
  dueAfter: localDate.optional(),
  overdue: flag.optional(),
  waitsFor: idOf('agency').optional(),
  /** The connected system that sent it, and its own reference. */
  sender: identifier.optional(),
  reference: reference.optional(),
  /** Linked to an earlier case as its duplicate, or not. */
  duplicate: flag.optional(),
  /** The cases that are linked to this one. */
  linkedTo: caseCode.optional(),
  q: text(200).optional(),
  /** The cases that a figure of a report counts in a period; those received in it, where it names none. */
  figure,
  ...figureFilters,
});

/** By which of them those may narrow a list who are not staff: by what its lines tell them. */
export const openFilters = [
  'view',
  'status',
  'open',
  'lead',
  'category',
  'channel',
  'waitsFor',
  'overdue',
  'q',
  'from',
  'through',
] as const satisfies readonly (keyof typeof caseFilters.shape)[];

/** The forms in which a list is given out whole. */
const listFormats = ['xlsx', 'csv'] as const;

/** The query of `GET /v1/cases/export`. */
export const listExportQuery = caseFilters.extend({ format: z.enum(listFormats).default('xlsx') });

/** The query of `GET /v1/cases`. */
export const listQuery = caseFilters.extend({ cursor: cursor.optional(), limit });
