import type { Request, Router } from 'express';
import { isSameSecret } from '../../secrets/sameSecret';
import type { ApiContext } from '../context';
import { serve } from '../../http/operation';
import { healthOperations } from '../operations/health';
import { Problem } from '../../http/problems';

/** Whether the process lives, whether it can do its work, and how it does it. */
export function healthRoutes({ clock, now, probes, metrics, metricsToken, log }: ApiContext): Router {
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

    async readMetrics(request, response) {
      if (!(metricsToken === null ? isLocal(request) : brings(request, metricsToken))) throw new Problem('forbidden');
      response.type(metrics.mediaType).send(await metrics.text());
    },
  });
}

/** From this machine, and not through a proxy on it. */
const isLocal = ({ socket, headers }: Request): boolean =>
  ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers['forwarded'] === undefined;

const brings = ({ headers }: Request, token: string): boolean =>
  isSameSecret(headers.authorization ?? '', `Bearer ${token}`);
