import { z } from 'zod';
import { staffRoles } from '../../domain/roles';
import { views } from '../../domain/views';
import { caseFilters } from '../../inputs/list';
import { listOf } from '../answers/value';
import type { Operations } from '../../http/operation';

/** Nobody works through more by hand; counting further would cost the more the more there are. */
const MOST_COUNTED = 1000;
/** Whoever searches wants one case; each one that is counted has to be looked into. */
const MOST_FOUND = 100;

/** How far is counted. */
export const mostCounted = ({ q }: { readonly q?: string | undefined }): number =>
  q === undefined ? MOST_COUNTED : MOST_FOUND;

const counted = z.int().min(0).max(MOST_COUNTED).describe('`most` stands for as many or more');

const inboxView = z
  .object({
    view: z.enum(views).describe('The `view` of `GET /v1/cases`'),
    cases: counted,
    late: counted.describe('Open, and the most urgent deadline has passed'),
    dueToday: counted.describe(
      'Open, and the most urgent deadline ends today and has not ended; with `q`, among the first that are found'
    ),
  })
  .meta({ id: 'InboxView' });

export const inboxOperations = {
  readInbox: {
    route: 'GET /v1/inbox',
    summary: 'The lists of cases that you work from, the one to begin with first, and how much lies in each',
    for: staffRoles,
    query: caseFilters.omit({ view: true }),
    answers: {
      200: listOf(inboxView)
        .extend({
          most: z.int().describe(`How far was counted: ${String(MOST_COUNTED)}, or ${String(MOST_FOUND)} with \`q\``),
        })
        .meta({ id: 'Inbox' }),
    },
  },
} satisfies Operations;
