import { z } from 'zod';
import { mediaTypeNames } from '../../inputs/mediaTypes';
import { attachmentAnswer, caseAttachments, redactedAnswer } from '../answers/attachment';
import { caseCode } from '../../inputs/submission';
import { fileHeaders, location, rangeAsked } from '../../http/headers';
import { caseStaff } from '../../domain/roles';
import type { Operations } from '../../http/operation';
import { ofCase } from './cases';

const ofAttachment = z.object({ id: z.string() });

export const previewQuery = z.strictObject({
  preview: z.enum(['true', 'false']).optional().describe('Shows a picture or a PDF instead of saving it'),
});

export const uploadQuery = z.strictObject({
  case: caseCode.optional().describe('The case that an act is to name the file in, where there is one already'),
});

const content = {
  mediaType: mediaTypeNames,
  description: 'The content, to be saved; with `preview=true` a picture or a PDF to be shown',
};
const part = { mediaType: mediaTypeNames, description: 'The part that `Range` asks for' };

export const attachmentOperations = {
  upload: {
    route: 'POST /v1/attachments',
    summary: 'Uploads one file as `multipart/form-data`; an act then names it by its id',
    description:
      'Only who uploaded it may name it. What no act has named for days is removed. How large it may be, and of which types, says the policy in force (`attachments` in `GET /v1/policies`); for a case, the policy that it was received under.',
    for: ['submitter', ...caseStaff, 'integration'],
    scope: 'cases:submit',
    query: uploadQuery,
    body: 'multipart/form-data',
    answers: { 201: attachmentAnswer },
    answerHeaders: { 201: location },
    problems: [
      'malformed-request',
      'too-large',
      'unsupported-media-type',
      'file-refused',
      'too-many-uploads',
      'too-many-attempts',
      'files-unavailable',
      'no-room',
      'no-such-case',
      'forbidden',
    ],
  },
  download: {
    route: 'GET /v1/attachments/{id}',
    summary: 'A file, for its uploader until an act names it, then for whoever may read that act',
    for: 'signedIn',
    params: ofAttachment,
    query: previewQuery,
    headers: rangeAsked,
    answers: { 200: content, 206: part, 304: 'You have it already' },
    answerHeaders: fileHeaders,
    problems: ['no-such-attachment', 'range-not-satisfiable', 'files-unavailable'],
  },
  downloadPublished: {
    route: 'GET /v1/public/attachments/{id}',
    summary: 'A copy for publication that belongs to a published answer',
    for: 'anyone',
    params: ofAttachment,
    query: previewQuery,
    headers: rangeAsked,
    answers: { 200: content, 206: part, 304: 'You have it already' },
    answerHeaders: fileHeaders,
    problems: ['too-many-attempts', 'no-such-attachment', 'range-not-satisfiable', 'files-unavailable'],
  },
  redactAttachment: {
    route: 'POST /v1/attachments/{id}/redacted',
    summary: 'Makes a copy for publication of a file that you may see',
    description:
      'It has a neutral name, and nothing of what pictures and PDFs tell beside their content. Each page of a PDF becomes a picture of what one sees on it; a PDF with annotations that draw over its pages is refused, and one of more than 300. A long one takes minutes. What the file still tells of the submitter of a case that names it is listed: such a copy is not published. Instead, black it out, print it to a new file, upload that, and make a copy of it. What stands in pictures, also in scanned pages, is not read.',
    for: ['reception'],
    params: ofAttachment,
    answers: { 201: redactedAnswer },
    answerHeaders: { 201: location },
    problems: [
      'no-such-attachment',
      'not-redactable',
      'too-much-to-copy',
      'drawn-over',
      'files-unavailable',
      'no-room',
    ],
  },
  listAttachments: {
    route: 'GET /v1/cases/{code}/attachments',
    summary: 'The files of a case that you may see, with the act that named each',
    for: 'signedIn',
    params: ofCase,
    answers: { 200: caseAttachments },
    problems: ['no-such-case', 'forbidden'],
  },
} satisfies Operations;
