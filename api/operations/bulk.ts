import { z } from 'zod';
import { bulk } from '../../inputs/bulk';
import { problemAnswer } from '../answers/problem';
import { code } from '../answers/value';
import { caseStaff } from '../../domain/roles';
import type { Operations } from '../../http/operation';

const result = z
  .object({
    code,
    status: z.int().describe('What the act alone would have been answered with'),
    problem: problemAnswer.nullable().describe('Why it was not done; null where it was'),
  })
  .meta({ id: 'BulkResult' });

export const bulkOperations = {
  actInBulk: {
    route: 'POST /v1/cases/bulk',
    summary: 'Does one act to many cases, with a result for each',
    description:
      'Each case takes or refuses it for itself. Sent again under the same `Idempotency-Key`, it is done where it was not, and once everywhere.',
    for: caseStaff,
    body: bulk,
    idempotent: true,
    answers: { 200: z.object({ items: z.array(result) }).meta({ id: 'BulkResults' }) },
  },
} satisfies Operations;
