import { z } from 'zod';
import { termNames } from '../../domain/policy';
import { newPolicy } from '../../inputs/policy';
import { viewQuery } from '../../inputs/registers';
import { attachmentLimits, policyAnswer, policyList } from '../answers/policies';
import { day } from '../answers/value';
import type { Operations } from '../../http/operation';

const compared = <Value extends z.ZodType>(value: Value) =>
  z.object({ term: z.enum(termNames), today: value, proposed: value });

export const policyOperations = {
  listPolicies: {
    route: 'GET /v1/policies',
    summary: 'The numbers of the law, version by version, and which one holds for cases received on a day',
    for: 'anyone',
    query: viewQuery,
    answers: { 200: policyList },
  },
  addPolicy: {
    route: 'POST /v1/policies',
    summary: 'Adds a version, for cases received on its day or later; open cases keep theirs',
    for: ['admin'],
    body: newPolicy,
    answers: { 201: policyAnswer },
  },
  previewPolicy: {
    route: 'POST /v1/policies/preview',
    summary: 'Which deadlines cases of the coming days would have under a new version; adds nothing',
    for: ['admin'],
    body: newPolicy,
    answers: {
      200: z
        .object({
          effectiveFrom: day,
          replaces: z.int().describe('The version that would hold on that day otherwise'),
          lengths: z.array(compared(z.int())).describe('The terms whose length in working days differs'),
          examples: z.array(z.object({ received: day, terms: z.array(compared(day)) })),
          attachments: z.object({ today: attachmentLimits, proposed: attachmentLimits }),
          openCases: z.int().describe('Open cases, each of which keeps the policy under which it was received'),
        })
        .meta({ id: 'PolicyPreview' }),
    },
  },
} satisfies Operations;
