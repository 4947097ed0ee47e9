import { z } from 'zod';
import {
  closedTask,
  letterSent,
  mendedAddress,
  newTemplate,
  preferences,
  smsReceipt,
  taskQuery,
  templatePreview,
  templateReset,
  zaloEvent,
} from '../../inputs/messages';
import { languages } from '../../domain/languages';
import { audiences } from '../../messages/catalogue/texts';
import {
  preferencesAnswer,
  previewAnswer,
  receiptAnswer,
  taskAnswer,
  taskPage,
  templateAnswer,
  templateList,
} from '../answers/messages';
import { caseHandlers } from '../../domain/roles';
import type { Operations } from '../../http/operation';

const ofTask = z.object({ task: z.string() });
const ofTemplate = z.object({ audience: z.enum(audiences), template: z.string(), language: z.enum(languages) });
const ofToken = z.object({ token: z.string() });

export const noticeTaskOperations = {
  listNoticeTasks: {
    route: 'GET /v1/notice-tasks',
    summary: 'What is left to people so that submitters are informed: letters to send, addresses to mend',
    for: caseHandlers,
    query: taskQuery,
    answers: { 200: taskPage },
  },
  sendLetter: {
    route: 'POST /v1/notice-tasks/{task}/letter',
    summary: 'Says when and under which number a letter was sent; the submitter is informed by it',
    for: caseHandlers,
    params: ofTask,
    body: letterSent,
    answers: { 200: taskAnswer },
    problems: ['no-such-task', 'forbidden', 'task-done'],
  },
  mendAddress: {
    route: 'POST /v1/notice-tasks/{task}/address',
    summary: "Mends the submitter's address and sends what could not be delivered there",
    for: caseHandlers,
    params: ofTask,
    body: mendedAddress,
    answers: { 200: taskAnswer },
    problems: ['no-such-task', 'forbidden', 'task-done'],
  },
  closeNoticeTask: {
    route: 'POST /v1/notice-tasks/{task}/close',
    summary:
      'Says why no letter can be sent, or why no address of the case can be mended: all tasks for that are closed with it',
    for: caseHandlers,
    params: ofTask,
    body: closedTask,
    answers: { 200: taskAnswer },
    problems: ['no-such-task', 'forbidden', 'task-done'],
  },
} satisfies Operations;

export const messageTemplateOperations = {
  listMessageTemplates: {
    route: 'GET /v1/message-templates',
    summary: 'The texts of all messages as they are in force',
    for: ['admin'],
    answers: { 200: templateList },
  },
  readMessageTemplate: {
    route: 'GET /v1/message-templates/{audience}/{template}/{language}',
    summary: 'The text of a message, as delivered, as changed, and what it may name',
    for: ['admin'],
    params: ofTemplate,
    answers: { 200: templateAnswer },
    problems: ['no-such-template'],
  },
  changeMessageTemplate: {
    route: 'PUT /v1/message-templates/{audience}/{template}/{language}',
    summary: 'Changes the text of a message from now on; earlier versions stay on record',
    for: ['admin'],
    params: ofTemplate,
    body: newTemplate,
    answers: { 200: templateAnswer },
    problems: ['no-such-template', 'template-changed'],
  },
  resetMessageTemplate: {
    route: 'DELETE /v1/message-templates/{audience}/{template}/{language}',
    summary: 'Lets the text that the project delivers hold again from now on; earlier versions stay on record',
    for: ['admin'],
    params: ofTemplate,
    query: templateReset,
    answers: { 200: templateAnswer },
    problems: ['no-such-template', 'template-changed'],
  },
  previewMessageTemplate: {
    route: 'POST /v1/message-templates/{audience}/{template}/{language}/preview',
    summary:
      'How a message would read for a real case, with marks for what people wrote there and who they are; sends nothing',
    for: ['admin'],
    params: ofTemplate,
    body: templatePreview,
    answers: { 200: previewAnswer },
    problems: ['no-such-template', 'no-such-case'],
  },
} satisfies Operations;

export const messagePreferenceOperations = {
  readOwnMessagePreferences: {
    route: 'GET /v1/message-preferences',
    summary: 'Which messages you receive, and in which language',
    for: 'signedIn',
    answers: { 200: preferencesAnswer },
  },
  changeOwnMessagePreferences: {
    route: 'PUT /v1/message-preferences',
    summary: 'Chooses which messages you receive, and in which language',
    for: 'signedIn',
    body: preferences,
    answers: { 200: preferencesAnswer },
  },
  readMessagePreferences: {
    route: 'GET /v1/message-preferences/{token}',
    summary: 'The same, for whoever holds the address that stands in each message',
    for: 'anyone',
    params: ofToken,
    answers: { 200: preferencesAnswer },
    problems: ['no-such-page'],
  },
  changeMessagePreferences: {
    route: 'PUT /v1/message-preferences/{token}',
    summary: 'The same, for whoever holds the address that stands in each message',
    for: 'anyone',
    params: ofToken,
    body: preferences,
    answers: { 200: preferencesAnswer },
    problems: ['no-such-page'],
  },
  muteMessage: {
    route: 'POST /v1/message-preferences/{token}/mute/{template}',
    summary: 'Turns one kind of message off, as mail programs do at one press (RFC 8058)',
    for: 'anyone',
    params: ofToken.extend({ template: z.string() }),
    answers: { 204: 'It is turned off' },
    problems: ['no-such-page', 'invalid-input'],
  },
} satisfies Operations;

export const messageReceiptOperations = {
  takeBounce: {
    route: 'POST /v1/message-receipts/email',
    summary:
      'Takes in an e-mail that came back (RFC 3464); sent by the mail server with `MAIL_BOUNCE_SECRET` as bearer token',
    for: 'anyone',
    credentials: ['sharedSecret'],
    body: 'message/rfc822',
    answers: { 200: receiptAnswer },
    problems: ['not-signed-in', 'no-such-page', 'too-large', 'unsupported-media-type'],
  },
  takeSmsReceipt: {
    route: 'POST /v1/message-receipts/sms',
    summary: 'Takes in what became of an SMS; sent by the provider with `SMS_CALLBACK_SECRET` as bearer token',
    for: 'anyone',
    credentials: ['sharedSecret'],
    body: { mediaType: 'application/json', schema: smsReceipt },
    answers: { 200: receiptAnswer },
    problems: [
      'not-signed-in',
      'no-such-page',
      'no-such-message',
      'invalid-input',
      'too-large',
      'unsupported-media-type',
    ],
  },
  takeZaloEvent: {
    route: 'POST /v1/message-receipts/zalo',
    summary: 'Takes in what Zalo tells of a message, signed by it',
    for: 'anyone',
    credentials: ['zaloSignature'],
    body: { mediaType: 'application/json', schema: zaloEvent },
    answers: { 200: receiptAnswer },
    problems: ['not-signed-in', 'no-such-page', 'invalid-input', 'too-large', 'unsupported-media-type'],
  },
} satisfies Operations;
