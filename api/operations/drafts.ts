import { z } from 'zod';
import { automaticKinds, draftSources, draftStatuses } from '../../domain/drafts';
import { dismissal, draftCompletion, draftQuery } from '../../inputs/drafts';
import { caseAnswer } from '../answers/case';
import { code, id, moment, pagesOf } from '../answers/value';
import { location } from '../../http/headers';
import type { Operations } from '../../http/operation';

const ofDraft = z.object({ draft: z.string() });

const draft = z
  .object({
    id,
    source: z.enum(draftSources),
    status: z.enum(draftStatuses),
    sender: z.string().nullable().describe('An e-mail address, or an id of Zalo'),
    senderName: z.string().nullable(),
    subject: z.string().nullable(),
    text: z.string(),
    original: id.describe('The file of the message as it came'),
    originalHash: z.string().describe('Its SHA-256'),
    attachments: z.array(id),
    faults: z.array(z.string()).describe('What could not be read or taken in; it stands in the original'),
    automatic: z.enum(automaticKinds).nullable().describe('By what it was set aside'),
    receivedAt: moment.describe('When it reached the Office; terms run from here'),
    takenAt: moment,
    caseCode: code.nullable(),
    settledAt: moment.nullable(),
    settledBy: id.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'Draft' });

export const draftOperations = {
  listDrafts: {
    route: 'GET /v1/drafts',
    summary: 'Messages by e-mail and Zalo that wait for the Office to make cases of them, the longest waiting first',
    for: ['reception'],
    query: draftQuery,
    answers: {
      200: pagesOf(draft).meta({ id: 'DraftPage' }),
    },
  },
  readDraft: {
    route: 'GET /v1/drafts/{draft}',
    summary: 'A message as it came, and what became of it',
    for: ['reception'],
    params: ofDraft,
    answers: { 200: draft },
    problems: ['no-such-draft'],
  },
  submitDraft: {
    route: 'POST /v1/drafts/{draft}/submit',
    summary: 'Makes a case of a message, completed by what you give (R3)',
    description:
      'The case has the channel and the receipt of the message, which is its evidence. Sent again, it is answered with the same case.',
    for: ['reception'],
    params: ofDraft,
    body: draftCompletion,
    answers: { 201: caseAnswer },
    answerHeaders: { 201: location },
    problems: ['no-such-draft', 'draft-settled', 'no-answer'],
  },
  dismissDraft: {
    route: 'POST /v1/drafts/{draft}/dismiss',
    summary: 'Says that a message is no petition, and why',
    description:
      'The message stays; its files go after a while. Where making a case of it got no answer, it can be dismissed once it is known that there is none.',
    for: ['reception'],
    params: ofDraft,
    body: dismissal,
    answers: { 200: draft },
    problems: ['no-such-draft', 'draft-settled', 'no-answer'],
  },
} satisfies Operations;

export const zaloOperations = {
  takeZalo: {
    route: 'POST /v1/intake/zalo',
    summary: 'Takes what Zalo tells of the official account; messages become drafts',
    description:
      'Signed by Zalo: `X-ZEvent-Signature` over the body as it came. There is nothing here until it is configured.',
    for: 'anyone',
    credentials: ['zaloSignature'],
    body: 'application/json',
    answers: { 200: z.object({ taken: z.enum(['draft', 'setAside', 'duplicate', 'nothing']) }).meta({ id: 'Taken' }) },
    problems: ['no-such-page', 'wrong-signature', 'malformed-request', 'files-unavailable', 'no-room'],
  },
} satisfies Operations;
