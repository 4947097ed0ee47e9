import { fromSetup } from '../../support/environment';
import { TEST_PAYLOAD_KEYS } from '../../support/keyring';
import { startProcess } from '../../support/process';
import type { Service } from '../../support/service';

/** How `npm run reconcile` ended, and what it said. */
export interface Reconciled {
  readonly code: number | null;
  readonly said: string;
}

/** Runs it on a service's stores. @param env of the service, where it differs from that of tests. */
export const reconciler =
  ({ databaseUrl, taskQueue }: Service, env: Readonly<Record<string, string>> = {}) =>
  async (...args: string[]): Promise<Reconciled> => {
    const run = startProcess(
      'reconcile.ts',
      {
        DATABASE_URL: databaseUrl,
        TEMPORAL_ADDRESS: fromSetup('TEST_TEMPORAL_ADDRESS'),
        TASK_QUEUE: taskQueue,
        PAYLOAD_KEYS: TEST_PAYLOAD_KEYS,
        ...env,
      },
      args
    );
    const code = await run.ended;
    return { code, said: run.output() };
  };
