import express, { type Request, type RequestHandler, type Router } from 'express';
import type { z } from 'zod';
import { smsReceipt, zaloEvent } from '../../inputs/messages';
import { bounceOf } from '../../messages/bounce';
import { isFromZalo } from '../../messages/zaloWebhook';
import { isSameSecret } from '../../secrets/sameSecret';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { messageReceiptOperations } from '../operations/messages';
import { invalidInput, Problem, validated } from '../../http/problems';
import { fault } from '../../domain/faults';

/** A bounce may bring the whole message back. */
const bounceBody = express.raw({ type: 'message/rfc822', limit: '10mb' });
const receiptBody = express.raw({ type: 'application/json', limit: '64kb' });

/** What Zalo says when a message has reached its reader; it says other things too. */
const RECEIVED = 'user_received_message';

/**
 * What providers tell of messages. Mounted before bodies are read as JSON, since a signature is over the bytes; nothing is
 * read of a body that nobody expects.
 */
export function messageReceiptRoutes({ messages }: ApiContext): Router {
  const { receipts, config } = messages;

  return serve(messageReceiptOperations, {
    takeBounce: [
      bearing(config.smtp?.bounceSecret),
      bounceBody,
      async (request, response) => {
        const bounce = await bounceOf(bytesOf(request));
        const taken =
          bounce !== null &&
          (await receipts.take({
            channel: 'email',
            messageId: bounce.messageId,
            result: 'bounced',
            detail: bounce.status,
          }));
        response.json({ taken });
      },
    ],

    takeSmsReceipt: [
      bearing(config.sms.gateway?.callbackSecret),
      receiptBody,
      async (request, response) => {
        const { reference, id, status, detail } = parsed(smsReceipt, bytesOf(request));
        const taken = await receipts.take({
          channel: 'sms',
          messageId: reference,
          providerId: id,
          result: status === 'delivered' ? 'delivered' : 'bounced',
          detail: detail ?? null,
        });
        if (!taken) throw new Problem('no-such-message');
        response.json({ taken });
      },
    ],

    takeZaloEvent: [
      (_request, _response, next) => {
        expected(config.zalo?.webhook);
        next();
      },
      receiptBody,
      async (request, response) => {
        const raw = bytesOf(request);
        if (!isFromZalo(raw, request.get('X-ZEvent-Signature'), expected(config.zalo?.webhook), Date.now()))
          throw new Problem('not-signed-in');
        const { event_name: name, message } = parsed(zaloEvent, raw);
        const taken =
          name === RECEIVED &&
          message !== undefined &&
          (await receipts.take({
            channel: 'zalo',
            messageId: message.tracking_id,
            providerId: message.msg_id,
            result: 'delivered',
            detail: null,
          }));
        response.json({ taken });
      },
    ],
  });
}

/** That by which somebody is expected. @throws Problem 404 where nobody is. */
function expected<Proof>(proof: Proof | null | undefined): Proof {
  if (proof === null || proof === undefined) throw new Problem('no-such-page');
  return proof;
}

/** Lets in who bears the secret. @throws Problem 404, 401 where it is another one. */
const bearing =
  (secret: string | null | undefined): RequestHandler =>
  (request, _response, next) => {
    if (!isSameSecret(request.get('authorization') ?? '', `Bearer ${expected(secret)}`))
      throw new Problem('not-signed-in');
    next();
  };

function bytesOf(request: Request): Buffer {
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) throw new Problem('unsupported-media-type');
  return body;
}

function parsed<Schema extends z.ZodType>(schema: Schema, raw: Buffer): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(raw.toString());
  } catch {
    throw invalidInput([fault('', 'notJson', 'The body is not JSON.')]);
  }
  return validated(schema, value);
}
