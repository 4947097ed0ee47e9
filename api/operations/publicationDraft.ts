import { publicationTexts } from '../../inputs/publications';
import { publicationDraftAnswer, publicationFindingsAnswer } from '../answers/publicationDraft';
import type { Operations } from '../../http/operation';
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
  findPersonalData: {
    route: 'POST /v1/cases/{code}/publication-findings',
    summary: 'What in texts that are about to be published tells who somebody is; changes nothing',
    description: '`publish` and `republish` refuse for the same findings, except for those that they confirm.',
    for: ['reception'],
    params: ofCase,
    body: publicationTexts,
    answers: { 200: publicationFindingsAnswer },
    problems: ['no-such-case'],
  },
} satisfies Operations;
