import type { Router } from 'express';
import type { CaseChange } from '../../db/caseChanges';
import type { Actor } from '../../domain/roles';
import type { ApiContext } from '../context';
import { serve } from '../operation';
import { liveOperations } from '../operations/live';
import { actorOf } from '../principal';

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MILLIS = 25_000;

/** How soon a browser comes back after a break. */
const RETRY_MILLIS = 3_000;

/** Tells those who look on that cases changed, never what they hold. */
export function liveRoutes({ liveChanges }: ApiContext): Router {
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
      const heartbeat = setInterval(() => response.write(': \n\n'), HEARTBEAT_MILLIS);
      const forget = liveChanges.onStop(() => response.end());
      request.on('close', () => {
        clearInterval(heartbeat);
        unsubscribe();
        forget();
      });
    },
  });
}

/** An agency's people are told of its cases only; all others who may use this see every case. */
const concerns = ({ agencies }: CaseChange, { role, agency }: Actor): boolean =>
  (role !== 'agency_officer' && role !== 'agency_lead') || (agency !== null && agencies.includes(agency));
