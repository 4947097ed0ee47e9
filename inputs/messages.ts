import { z } from 'zod';
import { noticeTaskKinds } from '../domain/informing';
import { languages } from '../domain/languages';
import { caseCode } from './submission';
import { numberCursor } from './cursor';
import { limit } from './list';
import { email, localDate, longText, optional, paragraph, phone, shortText } from './text';

export const taskQuery = z.strictObject({
  kind: z.enum(noticeTaskKinds).optional(),
  cursor: numberCursor.optional(),
  limit,
});

/** A letter that was sent. */
export const letterSent = z.strictObject({ sentOn: localDate, number: shortText, note: optional(paragraph) });

/** An address that was mended; what is left out stays. */
export const mendedAddress = z
  .strictObject({ email: optional(email), phone: optional(phone), note: optional(paragraph) })
  .refine(({ email: mail, phone: number }) => mail !== null || number !== null, 'gives neither e-mail nor telephone');

/** Why a task can be done in no way: no letter can be sent, no other address is known. */
export const closedTask = z.strictObject({ note: paragraph });

const line = shortText.refine((text) => !/[\r\n]/.test(text), 'holds a line break');

/** What a template says; `short` goes to SMS and Zalo. */
const templateTexts = z.strictObject({
  subject: line,
  body: longText,
  short: z.string().max(1_000).default(''),
});

const follows = 'The `version` that it was written over: refused where there is a later one';

export const newTemplate = templateTexts.extend({
  document: optional(shortText),
  follows: z.int().min(0).optional().describe(follows),
});

export const templateReset = z.strictObject({ follows: z.coerce.number().int().min(0).optional().describe(follows) });

/** With which case a template is tried, at which of its events; the latest that fits where none is named. */
export const templatePreview = z.strictObject({
  case: caseCode,
  seq: z.int().min(1).optional(),
  texts: templateTexts.optional(),
});

export const preferences = z.strictObject({
  language: z.enum(languages),
  muted: z.array(z.string().max(50)).max(100),
});

/** What an SMS provider calls us with. One of `reference`, which we gave, and `id`, which it gave, names the message. */
export const smsReceipt = z
  .looseObject({
    reference: z.string().max(200).optional(),
    id: z.coerce.string().max(200).optional(),
    status: z.enum(['delivered', 'failed']),
    detail: z.string().max(100).optional(),
  })
  .refine(({ reference, id }) => reference !== undefined || id !== undefined, 'names no message');

/** What Zalo tells of a message that has reached its reader. */
export const zaloEvent = z.looseObject({
  event_name: z.string(),
  app_id: z.string(),
  timestamp: z.coerce.string(),
  message: z.looseObject({ msg_id: z.string().max(200), tracking_id: z.string().max(200).optional() }).optional(),
});
