import { z } from 'zod';
import { reconciliationInput, reconciliationsQuery } from '../../inputs/subscribers';
import { reconciliation, reconciliationPage } from '../answers/subscribers';
import type { Operations } from '../../http/operation';

const ofPartner = z.object({ name: z.string().describe('`national_portal`, `dossier_system` or `web_portal`') });

export const partnerOperations = {
  listReconciliations: {
    route: 'GET /v1/partners/{name}/reconciliations',
    summary: 'What comparing days with a partner found, the latest first: missing there, missing here, different',
    description: 'Every day is compared in the night after it. A message that is missing there can be sent again.',
    for: ['admin', 'supervisor'],
    params: ofPartner,
    query: reconciliationsQuery,
    answers: { 200: reconciliationPage },
    problems: ['no-such-partner'],
  },
  reconcile: {
    route: 'POST /v1/partners/{name}/reconciliations',
    summary: 'Compares a day with what the partner holds of it now',
    for: ['admin'],
    params: ofPartner,
    body: reconciliationInput,
    answers: { 201: reconciliation },
    problems: ['no-such-partner', 'webhook-off'],
  },
} satisfies Operations;
