import { z } from 'zod';
import { day, id, listOf, moment, pagesOf } from './value';
import { deliveryStatuses } from '../../news/kinds';
import { faultCauses } from '../../news/reconciliation';

const webhookShape = {
  id,
  name: z.string(),
  url: z.string(),
  mapping: z.string().describe('`events`, or the named partner whose interface it speaks'),
  types: z.array(z.string()),
  agencies: z.array(z.string()),
  withCode: z.boolean(),
  enabled: z.boolean(),
  failures: z.int().describe('Tries in a row that brought nothing through'),
  heldUntil: moment.nullable().describe('Until when its queue rests after failures'),
  pending: z.int(),
  givenUp: z.int().describe('Messages out of tries, which can be sent again'),
  createdAt: moment,
};

export const webhook = z.object(webhookShape).meta({ id: 'Webhook' });

export const newWebhookAnswer = z
  .object({ ...webhookShape, secret: z.string().describe('Told this once') })
  .meta({ id: 'NewWebhook' });

export const webhookList = listOf(webhook).meta({ id: 'WebhookList' });

export const secretAnswer = z.object({ secret: z.string().describe('Told this once') }).meta({ id: 'WebhookSecret' });

export const delivery = z
  .object({
    id: z.int(),
    messageId: z.string(),
    type: z.string(),
    case: z.string().nullable().describe('By what the subscriber knows the case; null in a test message'),
    caseCode: z.string().nullable().describe('Only where the subscriber is told it'),
    seq: z.int().nullable(),
    status: z.enum(deliveryStatuses),
    attempts: z.int(),
    dueAt: moment.nullable().describe('When it is tried next'),
    httpStatus: z.int().nullable(),
    detail: z.string().nullable().describe('Why it was refused, or did not get through'),
    createdAt: moment,
    settledAt: moment.nullable(),
  })
  .meta({ id: 'Delivery' });

export const deliveryPage = pagesOf(delivery).meta({ id: 'DeliveryPage' });

export const resent = z.object({ queued: z.int() }).meta({ id: 'Resent' });

const holding = z.object({ reference: z.string(), version: z.int(), state: z.string() });
const told = holding.extend({
  caseCode: z.string().nullable().describe('Null for whoever may see no case, where the partner is not told it either'),
  delivery: z.int().describe('The message, to be sent again'),
});

export const reconciliation = z
  .object({
    id: z.int(),
    day,
    at: moment,
    here: z.int().describe('Cases that the partner was to be told of on the day'),
    there: z.int().nullable().describe('Cases of the day that the partner holds; null where it did not say'),
    missingThere: z.array(told),
    missingHere: z.array(holding),
    different: z.array(told.extend({ there: holding.omit({ reference: true }) })),
    fault: z.string().nullable().describe('Why the day could not be compared, in words of machines'),
    cause: z
      .enum(faultCauses)
      .nullable()
      .describe('How the partner failed to say what it holds; null where it did not, or that was not kept'),
  })
  .meta({ id: 'Reconciliation' });

export const reconciliationPage = pagesOf(reconciliation).meta({ id: 'ReconciliationPage' });
