import { z } from 'zod';
import { adminEventsQuery } from '../../inputs/adminEvents';
import { moment } from '../answers/value';
import type { Operations } from '../../http/operation';

export const adminEventOperations = {
  listAdminEvents: {
    route: 'GET /v1/admin/events',
    summary: 'What administrators did, the latest first: who, when, and how it stood before and after',
    for: ['admin'],
    query: adminEventsQuery,
    answers: {
      200: z
        .object({
          items: z.array(
            z.object({
              id: z.int(),
              at: moment,
              by: z.string(),
              byName: z
                .string()
                .nullable()
                .describe('What whoever acted is called; null where nobody of this name is left'),
              act: z.string().meta({ examples: ['policy.add'] }),
              subject: z.string().meta({ examples: ['policy/2'] }),
              before: z.unknown(),
              after: z.unknown(),
              document: z.string().nullable(),
            })
          ),
          nextCursor: z.string().nullable(),
        })
        .meta({ id: 'AdminEventList' }),
    },
  },
} satisfies Operations;
