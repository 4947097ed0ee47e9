import { z } from 'zod';
import type { Operations } from '../../http/operation';

export const documentationOperations = {
  readOpenApi: {
    route: 'GET /openapi.json',
    summary: 'This description, as OpenAPI 3.1',
    for: 'anyone',
    answers: { 200: z.record(z.string(), z.unknown()) },
  },
  browse: {
    route: 'GET /docs/',
    summary: 'This description, as a page',
    for: 'anyone',
    answers: { 200: { mediaType: 'text/html', description: 'The page' } },
  },
} satisfies Operations;
