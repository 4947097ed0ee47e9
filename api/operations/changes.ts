import { z } from 'zod';
import { changesQuery } from '../../inputs/changes';
import { termAnswer, trackedCase } from '../answers/case';
import type { Operations } from '../../http/operation';

const changedCase = trackedCase
  .extend({
    reference: z.string().nullable().describe('Your own reference'),
    deadlines: z.record(z.string(), termAnswer),
    answer: z.string().nullable().describe('As it is published; null while it is not'),
  })
  .meta({ id: 'ChangedCase' });

export const changeOperations = {
  listChanges: {
    route: 'GET /v1/changes',
    summary: 'The cases that you have sent and that have changed since a cursor, each once, as it stands now',
    description:
      'Ask again with the `cursor` of the answer, at once where there is `more`. The order is that in which changes became visible: whoever follows the cursor misses none, and may see one twice after asking twice with the same cursor.',
    for: ['integration'],
    scope: 'cases:read',
    query: changesQuery,
    answers: {
      200: z
        .object({
          items: z.array(changedCase),
          cursor: z.string().describe('Where this answer ends; keep it for the next time'),
          more: z.boolean().describe('There is more already'),
        })
        .meta({ id: 'Changes' }),
    },
  },
} satisfies Operations;
