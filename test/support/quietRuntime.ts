import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** Failures are part of many stories; what they lead to is what tests look at. */
export function quietRuntime(): void {
  try {
    Runtime.install({
      logger: new DefaultLogger('ERROR'),
      telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
    });
  } catch {
    // Another file of the same process has installed it already.
  }
}
