import { publicationDraftAnswer } from '../answers/publicationDraft';
import type { Operations } from '../operation';
import { ofCase } from './cases';

export const publicationDraftOperations = {
  readPublicationDraft: {
    route: 'GET /v1/cases/{code}/publication-draft',
    summary: 'Title, content and answer with what tells who somebody is, and texts without it, as a proposal',
    for: ['reception'],
    params: ofCase,
    answers: { 200: publicationDraftAnswer },
    problems: ['no-such-case'],
  },
} satisfies Operations;
