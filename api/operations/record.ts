import { z } from 'zod';
import { exportFormats, exportQuery, rootsQuery } from '../../inputs/record';
import { caseFileAnswer, inclusionAnswer, rootPage, rootWithLeaves } from '../answers/record';
import type { Operations } from '../operation';
import { ofCase } from './cases';

export const recordOperations = {
  listRoots: {
    route: 'GET /v1/record/roots',
    summary: 'The daily signed roots over the record of all cases, the latest first',
    description: 'Keep them: a record that does not fit a root that you kept was altered.',
    for: 'anyone',
    query: rootsQuery,
    answers: { 200: rootPage },
  },
  readRoot: {
    route: 'GET /v1/record/roots/{date}',
    summary: 'The root of a day with the hashes of its leaves',
    for: 'anyone',
    params: z.object({ date: z.string() }),
    answers: { 200: rootWithLeaves },
    problems: ['no-such-root'],
  },
  proveCase: {
    route: 'GET /v1/cases/{code}/proof',
    summary: 'That the latest root over the case includes it',
    for: 'signedIn',
    params: ofCase,
    answers: { 200: inclusionAnswer },
    problems: ['no-such-case', 'forbidden', 'not-sealed-yet'],
  },
  exportCase: {
    route: 'GET /v1/cases/{code}/export',
    summary: 'Everything that is kept of a case, for staff; the JSON can be verified offline (`npm run verify-record`)',
    description: `Formats: ${exportFormats.join(', ')}.`,
    for: ['reception', 'agency_officer', 'agency_lead', 'supervisor', 'leadership'],
    params: ofCase,
    query: exportQuery,
    answers: { 200: caseFileAnswer },
    problems: ['no-such-case', 'forbidden'],
  },
} satisfies Operations;
