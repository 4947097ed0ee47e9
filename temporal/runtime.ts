import { DefaultLogger, makeTelemetryFilterString, Runtime, type LogLevel } from '@temporalio/worker';
import type { Logger } from 'pino';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const satisfies Record<
  LogLevel,
  keyof Logger
>;

/** One would be what a wave of alarms waits for, while cases are brought back into memory. */
export const WORKFLOW_THREADS = 2;

/**
 * Prepares the SDK of this process: it logs through ours, and answers Prometheus where an address is given.
 * Signals are ours to answer: connections close after the worker has stopped, not before.
 */
export function installRuntime(log: Logger, metricsAddress: string | null): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => {
      // A task's token holds the id of its workflow in a way that nobody sees.
      const { error, taskToken: _, ...details } = meta ?? {};
      log[levels[level]]({ ...details, ...(error === undefined ? {} : { err: error as unknown }) }, message);
    }),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} },
      ...(metricsAddress === null ? {} : { metrics: { prometheus: { bindAddress: metricsAddress } } }),
    },
  });
}
