import { z } from 'zod';
import { noticeTemplates } from '../../domain/effects';
import { attemptResults, messageChannels, noticeTaskKinds } from '../../domain/informing';
import { languages } from '../../domain/languages';
import { audiences, factNames } from '../../messages/catalogue/texts';
import { code, day, id, listOf, moment, pagesOf } from './value';

/** One try to send. */
export const attemptAnswer = z
  .object({
    person: id.describe('`submitter`, or an account; a submitter reads only their own'),
    channel: z.enum(messageChannels),
    attempt: z.int(),
    at: moment,
    result: z.enum(attemptResults),
    settledAt: moment.nullable(),
    detail: z.string().nullable().optional().describe("For staff only: the provider's code, such as `550 5.1.1`"),
  })
  .meta({ id: 'NoticeAttempt' });

export const taskAnswer = z
  .object({
    id: z.int(),
    caseCode: code,
    seq: z.int(),
    ordinal: z.int(),
    template: z.enum(noticeTemplates),
    kind: z.enum(noticeTaskKinds).describe('`letter`: inform by letter; `address`: mend an address that does not work'),
    openedAt: moment,
    closedAt: moment.nullable(),
    closedBy: id.nullable().describe('`service` where it was no longer needed'),
    sentOn: day.nullable(),
    number: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'NoticeTask' });

export const taskPage = pagesOf(taskAnswer).meta({ id: 'NoticeTaskPage' });

const texts = z
  .object({
    subject: z.string(),
    body: z.string(),
    short: z.string().describe('For SMS and Zalo; empty where nobody is told in short'),
  })
  .meta({ id: 'MessageTexts' });

const named = { audience: z.enum(audiences), template: z.string(), language: z.enum(languages) };

const version = z.object({
  texts: texts.nullable().describe('Null where the delivered text was to hold again'),
  createdAt: moment,
  createdBy: id,
});

export const templateAnswer = z
  .object({
    ...named,
    texts: texts.describe('In force'),
    changed: z.boolean().describe('Something else is in force than what the project delivers'),
    delivered: texts.describe('As the project delivers it'),
    version: z.int().describe('How often it was changed or reset; what is written over it may say so'),
    versions: z.array(version).describe('What administrators made of it, the latest first'),
    facts: z.array(z.enum(factNames)).describe('What a text may name in double braces'),
  })
  .meta({ id: 'MessageTemplate' });

export const templateList = listOf(
  z.object({ ...named, texts, changed: z.boolean() }).meta({ id: 'ListedMessageTemplate' })
).meta({ id: 'MessageTemplateList' });

export const previewAnswer = z
  .object({
    seq: z.int().describe('The event of the case that it tells of'),
    subject: z.string(),
    body: z.string(),
    sms: z.string().describe('As it leaves, shortened and without diacritics where so configured'),
    segments: z.int(),
    encoding: z.enum(['GSM-7', 'UCS-2']),
  })
  .meta({ id: 'MessagePreview' });

export const preferencesAnswer = z
  .object({
    language: z.enum(languages),
    muted: z.array(z.string()).describe('The messages that are turned off'),
    optional: z.array(z.string()).describe('The messages that may be turned off; the law asks for the others'),
  })
  .meta({ id: 'MessagePreferences' });

export const receiptAnswer = z
  .object({ taken: z.boolean().describe('Whether it tells of a message of ours') })
  .meta({ id: 'ReceiptTaken' });
