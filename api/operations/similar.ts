import { z } from 'zod';
import { similarityReasons } from '../../domain/similar';
import { listedCase } from '../answers/case';
import { listOf } from '../answers/value';
import { caseStaff } from '../../domain/roles';
import type { Operations } from '../../http/operation';
import { ofCase } from './cases';

const zeroToOne = z.number().min(0).max(1);

const similarCase = listedCase
  .extend({
    score: zeroToOne.describe('How much the reasons say together'),
    reasons: z.array(z.object({ reason: z.enum(similarityReasons), weight: zeroToOne })),
  })
  .meta({ id: 'SimilarCase' });

export const similarOperations = {
  listSimilar: {
    route: 'GET /v1/cases/{code}/similar',
    summary: 'Cases of the same submitter, the same dossier or a similar text that you may see, the most similar first',
    description: 'What belongs together is then put on record by `link`.',
    for: caseStaff,
    params: ofCase,
    answers: { 200: listOf(similarCase).meta({ id: 'SimilarCaseList' }) },
    problems: ['no-such-case', 'forbidden'],
  },
} satisfies Operations;
