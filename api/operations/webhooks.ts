import { z } from 'zod';
import { deliveriesQuery, newSecretInput, newWebhook, resendInput, webhookPatch } from '../../inputs/subscribers';
import { identifier } from '../../inputs/text';
import {
  delivery,
  deliveryPage,
  newWebhookAnswer,
  resent,
  secretAnswer,
  webhook,
  webhookList,
} from '../answers/subscribers';
import type { Operations } from '../../http/operation';

const ofWebhook = z.object({ id: identifier });

export const webhookOperations = {
  listWebhooks: {
    route: 'GET /v1/webhooks',
    summary: 'Other systems that are told what happens to cases, and what waits for each',
    for: ['admin'],
    answers: { 200: webhookList },
  },
  addWebhook: {
    route: 'POST /v1/webhooks',
    summary: 'Subscribes an address to events of cases; the secret that signs them is told this once',
    description:
      'Messages are CloudEvents 1.0 (structured JSON), signed as Standard Webhooks. An address that leads to a private network is refused, now and again at each connection.',
    for: ['admin'],
    body: newWebhook,
    answers: { 201: newWebhookAnswer },
    problems: ['partner-taken'],
  },
  readWebhook: {
    route: 'GET /v1/webhooks/{id}',
    summary: 'A subscription',
    for: ['admin'],
    params: ofWebhook,
    answers: { 200: webhook },
    problems: ['no-such-webhook'],
  },
  changeWebhook: {
    route: 'PATCH /v1/webhooks/{id}',
    summary:
      'Changes a subscription, or switches it on or off; what happens while it is off is kept and leaves once it is on',
    for: ['admin'],
    params: ofWebhook,
    body: webhookPatch,
    answers: { 200: webhook },
    problems: ['no-such-webhook'],
  },
  removeWebhook: {
    route: 'DELETE /v1/webhooks/{id}',
    summary: 'Ends a subscription; what waits is not sent',
    for: ['admin'],
    params: ofWebhook,
    answers: { 204: 'It is ended' },
    problems: ['no-such-webhook'],
  },
  renewWebhookSecret: {
    route: 'POST /v1/webhooks/{id}/secret',
    summary: 'Makes a new secret; for a while messages are signed by it and by those before it',
    for: ['admin'],
    params: ofWebhook,
    body: newSecretInput,
    answers: { 201: secretAnswer },
    problems: ['no-such-webhook'],
  },
  testWebhook: {
    route: 'POST /v1/webhooks/{id}/test',
    summary: 'Sends a message of type `ping`; the list of messages shows what came of it',
    for: ['admin'],
    params: ofWebhook,
    answers: { 202: delivery },
    problems: ['no-such-webhook', 'webhook-off'],
  },
  listDeliveries: {
    route: 'GET /v1/webhooks/{id}/deliveries',
    summary: 'Messages to a subscriber, the latest first: taken, refused and why, waiting, given up',
    for: ['admin'],
    params: ofWebhook,
    query: deliveriesQuery,
    answers: { 200: deliveryPage },
    problems: ['no-such-webhook'],
  },
  resendDeliveries: {
    route: 'POST /v1/webhooks/{id}/resend',
    summary: 'Sends messages again, under the ids that they had',
    for: ['admin'],
    params: ofWebhook,
    body: resendInput,
    answers: { 202: resent },
    problems: ['no-such-webhook', 'webhook-off'],
  },
} satisfies Operations;
