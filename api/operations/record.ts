import { z } from 'zod';
import { exportQuery, receiptQuery, rootsQuery } from '../../inputs/record';
import { DOCX, PDF } from '../documentTypes';
import { caseFileAnswer, exportList, inclusionAnswer, rootPage, rootWithLeaves } from '../answers/record';
import { overseers } from '../../domain/roles';
import type { Operations } from '../../http/operation';
import { ofCase } from './cases';

export const recordOperations = {
  listRoots: {
    route: 'GET /v1/record/roots',
    summary: 'The daily signed roots over the record of all cases, the latest first',
    description: 'Keep them: a record that does not fit a root that you kept was altered.',
    for: 'anyone',
    query: rootsQuery,
    answers: { 200: rootPage },
    problems: ['too-many-attempts'],
  },
  readRoot: {
    route: 'GET /v1/record/roots/{date}',
    summary: 'The root of a day with the hashes of its leaves',
    for: 'anyone',
    params: z.object({ date: z.string() }),
    answers: { 200: rootWithLeaves },
    problems: ['too-many-attempts', 'no-such-root'],
  },
  proveCase: {
    route: 'GET /v1/cases/{code}/proof',
    summary: 'That the latest root over the case includes it',
    for: 'signedIn',
    params: ofCase,
    answers: { 200: inclusionAnswer },
    problems: ['no-such-case', 'forbidden', 'too-many-attempts', 'not-sealed-yet'],
  },
  exportCase: {
    route: 'GET /v1/cases/{code}/export',
    summary: 'The whole of a case that you may see, to print or to keep; who took it is logged',
    description:
      'PDF and DOCX are administrative documents (Decree 30/2020); a submitter gets what concerns them. JSON is everything that is kept, for staff; it can be verified offline (`npm run verify-record`).',
    for: 'signedIn',
    params: ofCase,
    query: exportQuery,
    answers: {
      200: { mediaType: [PDF, DOCX], description: 'The document, or what is kept', json: caseFileAnswer },
    },
    problems: ['no-such-case', 'forbidden', 'too-many-attempts'],
  },
  printReceipt: {
    route: 'GET /v1/cases/{code}/receipt',
    summary: 'The receipt of a case, for its submitter and for whoever hands it out at the counter',
    description:
      'Says when it was received, by when it is to be answered with the working days counted, where to follow it (also as a QR code), and the head of its record.',
    for: ['submitter', 'reception'],
    params: ofCase,
    query: receiptQuery,
    answers: { 200: { mediaType: PDF, description: 'The receipt' } },
    problems: ['no-such-case', 'too-many-attempts'],
  },
  listExports: {
    route: 'GET /v1/cases/{code}/exports',
    summary: 'Who took the whole of a case out of the service, the latest first',
    for: overseers,
    params: ofCase,
    answers: { 200: exportList },
    problems: ['no-such-case'],
  },
} satisfies Operations;
