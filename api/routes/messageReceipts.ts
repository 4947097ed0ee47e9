import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Request, type Router } from 'express';
import type { z } from 'zod';
import { smsReceipt, zaloEvent } from '../../inputs/messages';
import { bounceOf } from '../../messages/bounce';
import type { ApiContext } from '../context';
import { serve, type Handler } from '../operation';
import { messageReceiptOperations } from '../operations/messages';
import { invalidInput, Problem, validated } from '../problems';

/** A bounce may bring the whole message back. */
const MOST_BYTES = '10mb';

/** What Zalo says when a message has reached its reader; it says other things too. */
const RECEIVED = 'user_received_message';

/** What providers tell of messages. Mounted before bodies are read as JSON: a signature is over the bytes. */
export function messageReceiptRoutes({ messages }: ApiContext): Router {
  const { receipts, config } = messages;
  const read = (mediaType: string, handler: Handler): Handler => [
    express.raw({ type: mediaType, limit: MOST_BYTES }),
    ...[handler].flat(),
  ];

  return serve(messageReceiptOperations, {
    takeBounce: read('message/rfc822', async (request, response) => {
      assertBearer(request, config.smtp?.bounceSecret);
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
    }),

    takeSmsReceipt: read('application/json', async (request, response) => {
      assertBearer(request, config.sms.gateway?.callbackSecret);
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
    }),

    takeZaloEvent: read('application/json', async (request, response) => {
      const secret = config.zalo?.oaSecret ?? null;
      if (secret === null) throw new Problem('no-such-page');
      const raw = bytesOf(request);
      const event = parsed(zaloEvent, raw);
      const mac = createHash('sha256')
        .update(`${event.app_id}${raw.toString()}${event.timestamp}${secret}`)
        .digest('hex');
      if (!isSame(request.get('X-ZEvent-Signature') ?? '', `mac=${mac}`)) throw new Problem('not-signed-in');
      const { event_name: name, message } = event;
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
    }),
  });
}

/** @throws Problem 404 where nobody is expected, 401 where the secret is another one. */
function assertBearer(request: Request, secret: string | null | undefined): void {
  if (secret === null || secret === undefined) throw new Problem('no-such-page');
  if (!isSame(request.get('authorization') ?? '', `Bearer ${secret}`)) throw new Problem('not-signed-in');
}

/** Compares in a time that tells nothing. */
const isSame = (given: string, right: string): boolean => timingSafeEqual(digest(given), digest(right));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

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
    throw invalidInput([{ path: '', code: 'notJson', message: 'The body is not JSON.' }]);
  }
  return validated(schema, value);
}
