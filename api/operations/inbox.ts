import { z } from 'zod';
import { views } from '../../domain/views';
import { caseFilters } from '../../inputs/list';
import { listOf } from '../answers/value';
import type { Operations } from '../operation';

/** Nobody works through more by hand; counting further would cost the more the more there are. */
export const MOST_COUNTED = 1000;

const counted = z
  .int()
  .min(0)
  .max(MOST_COUNTED)
  .describe(`${String(MOST_COUNTED)} stands for as many or more`);

const inboxView = z
  .object({
    view: z.enum(views).describe('The `view` of `GET /v1/cases`'),
    cases: counted,
    late: counted.describe('Open, and the most urgent deadline has passed'),
    dueToday: counted.describe('Open, and the most urgent deadline ends today'),
  })
  .meta({ id: 'InboxView' });

export const inboxOperations = {
  readInbox: {
    route: 'GET /v1/inbox',
    summary: 'The lists of cases that you work from, the one to begin with first, and how much lies in each',
    for: 'signedIn',
    query: caseFilters.omit({ view: true }),
    answers: { 200: listOf(inboxView).meta({ id: 'Inbox' }) },
  },
} satisfies Operations;
