import type { Router } from 'express';
import type { ApiContext } from '../context';
import { serve } from '../operation';
import { healthOperations } from '../operations/health';

/** Whether the process lives, and whether it can do its work. */
export function healthRoutes({ clock, now, probes, log }: ApiContext): Router {
  return serve(healthOperations, {
    isAlive(_request, response) {
      response.json({ status: 'ok', legalTime: now(), trainingClock: clock });
    },

    async isReady(_request, response) {
      const states = await Promise.all(
        Object.entries(probes).map(async ([name, probe]) => {
          try {
            await probe();
            return [name, 'ok'] as const;
          } catch (error) {
            log.warn({ err: error, server: name }, 'not ready');
            return [name, 'unavailable'] as const;
          }
        })
      );
      const ready = states.every(([, state]) => state === 'ok');
      response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', ...Object.fromEntries(states) });
    },
  });
}
