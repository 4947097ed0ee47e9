import { z } from 'zod';
import { asOfQuery } from '../../inputs/calendar';
import { explainedTermAnswer, figuresAnswer } from '../answers/deadlines';
import { overseers } from '../../domain/roles';
import type { Operations } from '../../http/operation';
import { ofCase } from './cases';

export const deadlineOperations = {
  explainCaseDeadline: {
    route: 'GET /v1/cases/{code}/deadlines/{term}',
    summary: 'A deadline of a case, counted out day by day, now or as known at a moment',
    for: 'signedIn',
    params: ofCase.extend({ term: z.string().meta({ examples: ['answerBy', 'opineBy:justice'] }) }),
    query: asOfQuery,
    answers: { 200: explainedTermAnswer },
    problems: ['no-such-case', 'forbidden', 'no-such-deadline'],
  },
  readFigures: {
    route: 'GET /v1/figures',
    summary: 'How many cases stand how, now or as known at a moment',
    for: overseers,
    query: asOfQuery,
    answers: { 200: figuresAnswer },
  },
} satisfies Operations;
