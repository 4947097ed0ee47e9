import { isDeepStrictEqual } from 'node:util';
import type { Request, Router } from 'express';
import type { CaseChange } from '../../db/caseChanges';
import { isOfAgency, type Actor } from '../../domain/roles';
import { actorAsking } from '../actingFor';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { liveOperations } from '../operations/live';
import { actorOf } from '../../http/principal';

/** Proxies close what is silent for a minute; and nobody hears for longer what is no longer for them. */
const HEARTBEAT_MILLIS = 15_000;

/** How soon a browser comes back after a break. */
const RETRY_MILLIS = 3_000;

/** Tells those who look on that cases changed, never what they hold. */
export function liveRoutes(context: ApiContext): Router {
  const { liveChanges, log } = context;
  return serve(liveOperations, {
    streamChanges(request, response) {
      const actor = actorOf(response);
      response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      response.flushHeaders();
      response.write(`retry: ${String(RETRY_MILLIS)}\n\n`);
      const unsubscribe = liveChanges.subscribe((change) => {
        if (concerns(change, actor))
          response.write(`event: case\ndata: ${JSON.stringify({ code: change.code, seq: change.seq })}\n\n`);
      });
      const look = async (): Promise<void> => {
        // All that is told to somebody who does not read would be kept in memory.
        if (response.writableNeedDrain) response.destroy();
        else if (await isStill(context, request, actor)) response.write(': \n\n');
        else response.end();
      };
      const heartbeat = setInterval(() => {
        look().catch((error: unknown) => {
          log.warn({ err: error }, 'a stream of changes was ended');
          response.end();
        });
      }, HEARTBEAT_MILLIS);
      const forget = liveChanges.onBreak(() => response.end());
      request.on('close', () => {
        clearInterval(heartbeat);
        unsubscribe();
        forget();
      });
    },
  });
}

/** Whether a request would still be somebody's: they may have signed out, be with another agency, or stand in for nobody. */
async function isStill(context: ApiContext, request: Request, actor: Actor): Promise<boolean> {
  const principal = await context.accounts.authenticate(request.headers);
  return principal !== undefined && isDeepStrictEqual(await actorAsking(context, request, principal), actor);
}

/** An agency's people are told of its cases only; all others who may use this see every case. */
const concerns = ({ agencies }: CaseChange, { role, agency }: Actor): boolean =>
  !isOfAgency(role) || (agency !== null && agencies.includes(agency));
