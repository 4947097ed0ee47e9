import { z } from 'zod';
import { asOfQuery } from '../../inputs/calendar';
import { caseCode, submission } from '../../inputs/submission';
import { listExportQuery, listQuery, openFilters } from '../../inputs/list';
import { caseAnswer, casePage, trackedCase } from '../answers/case';
import { eventList, noticeList, noticeText } from '../answers/history';
import { stateAnswer } from '../answers/state';
import { CSV, XLSX } from '../documentTypes';
import { location } from '../../http/headers';
import { caseStaff } from '../../domain/roles';
import type { Operations } from '../../http/operation';

export const ofCase = z.object({ code: caseCode });

const openToAll = `Who is not staff narrows it by ${openFilters.map((name) => `\`${name}\``).join(', ')} alone.`;

export const caseOperations = {
  submitCase: {
    route: 'POST /v1/cases',
    summary: 'Submits a case',
    description:
      'A connected system gives its own `reference`: sent again under the same one, it is answered with the case that there is (200).',
    for: ['submitter', 'reception', 'integration'],
    scope: 'cases:submit',
    body: submission,
    idempotent: true,
    answers: { 200: caseAnswer, 201: caseAnswer },
    answerHeaders: { 200: location, 201: location },
    problems: ['too-many-attempts', 'told-too-often', 'reference-reused', 'no-answer'],
  },
  listCases: {
    route: 'GET /v1/cases',
    summary: 'The cases that you may see, the most urgent first',
    description: openToAll,
    for: 'signedIn',
    query: listQuery,
    answers: { 200: casePage },
  },
  exportCases: {
    route: 'GET /v1/cases/export',
    summary: 'The same list whole, as a spreadsheet; who took it is logged',
    description: openToAll,
    for: 'signedIn',
    query: listExportQuery,
    answers: { 200: { mediaType: [XLSX, CSV], description: 'The list; times are those of the province' } },
    problems: ['no-room'],
  },
  readCase: {
    route: 'GET /v1/cases/{code}',
    summary: 'A case, with its deadlines and what you may do now; also as known at a moment',
    for: 'signedIn',
    params: ofCase,
    query: asOfQuery,
    answers: { 200: caseAnswer },
    problems: ['no-such-case', 'forbidden'],
  },
  readState: {
    route: 'GET /v1/cases/{code}/state',
    summary: 'What the workflow of a case itself answers; for staff',
    for: 'signedIn',
    params: ofCase,
    answers: { 200: stateAnswer },
    problems: ['no-such-case', 'forbidden', 'no-answer'],
  },
  listEvents: {
    route: 'GET /v1/cases/{code}/events',
    summary: 'What happened in a case, in order; a submitter reads what concerns them',
    for: 'signedIn',
    params: ofCase,
    answers: { 200: eventList },
    problems: ['no-such-case', 'forbidden'],
  },
  listNotices: {
    route: 'GET /v1/cases/{code}/notices',
    summary: 'What was told to whom; a submitter reads what they were told',
    for: 'signedIn',
    params: ofCase,
    answers: { 200: noticeList },
    problems: ['no-such-case', 'forbidden'],
  },
  readNoticeText: {
    route: 'GET /v1/cases/{code}/notices/{seq}/{ordinal}/text',
    summary: 'What somebody was told, written once more; for staff',
    description:
      'From the facts of its event. What was erased since is not in it, nor are the links by which its reader chooses what they are told.',
    for: caseStaff,
    params: ofCase.extend({ seq: z.string(), ordinal: z.string() }),
    answers: { 200: noticeText },
    problems: ['no-such-case', 'forbidden', 'no-such-message'],
  },
  trackCase: {
    route: 'GET /v1/track/{code}',
    summary: 'Status and dates of a case, for whoever holds its code',
    for: 'anyone',
    params: ofCase,
    answers: { 200: trackedCase },
    problems: ['no-such-case', 'too-many-attempts'],
  },
} satisfies Operations;
