import { isUtf8 } from 'node:buffer';
import express, { type Router } from 'express';
import { readZalo } from '../../intake/zalo';
import { isFromZalo } from '../../messages/zaloWebhook';
import type { ApiContext } from '../context';
import { problemOfFile } from '../fileProblems';
import { serve } from '../../http/operation';
import { zaloOperations } from '../operations/drafts';
import { Problem } from '../../http/problems';

const BODY_LIMIT = '1mb';

/** The webhook of the official account. Mounted before bodies are read: what is signed are the bytes. */
export function zaloRoutes({ intake, zalo, clock, now, log }: ApiContext): Router {
  return serve(zaloOperations, {
    takeZalo: [
      express.raw({ type: () => true, limit: BODY_LIMIT }),
      async (request, response) => {
        if (zalo === null) throw new Problem('no-such-page');
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        if (!isFromZalo(body, request.get('X-ZEvent-Signature'), zalo, Date.now()))
          throw new Problem('wrong-signature');
        if (!isUtf8(body)) throw new Problem('malformed-request');
        const message = readZalo(body, clock, now());
        if (message === null) {
          log.debug('the official account was told something that is no message');
          response.json({ taken: 'nothing' });
          return;
        }
        const taken = await intake.take(message).catch((error: unknown) => {
          throw problemOfFile(error);
        });
        response.json({ taken });
      },
    ],
  });
}
