import { z } from 'zod';
import { actionNames } from '../../domain/actions';
import { statuses } from '../../domain/statuses';
import { problemTypeNames } from '../../http/problemTypes';

/** A refusal (RFC 9457). */
export const problemAnswer = z
  .object({
    type: z.enum(problemTypeNames),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z
      .array(
        z.object({
          path: z.string().describe('A JSON pointer'),
          code: z.string(),
          message: z.string(),
          kind: z.string().optional().describe('What `personalData` it is'),
          offset: z.int().optional().describe('Where in the text, in UTF-16 code units of it composed and trimmed'),
          length: z.int().optional(),
        })
      )
      .optional()
      .describe('Every fault of the request'),
    caseStatus: z.enum(statuses).optional(),
    allowedActions: z.array(z.enum(actionNames)).optional().describe('What you may do to the case instead'),
  })
  .meta({ id: 'Problem' });
