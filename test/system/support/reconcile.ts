import { fromSetup } from '../../support/environment';
import { TEST_PAYLOAD_KEYS } from '../../support/keyring';
import { startProcess, type Process } from '../../support/process';
import type { Service } from '../../support/service';

/** How `npm run reconcile` ended, and what it said. */
export interface Reconciled {
  readonly code: number | null;
  readonly said: string;
}

type Environment = Readonly<Record<string, string>>;

/** Starts it on a service's stores. @param env of the service, where it differs from that of tests. */
export const startReconcile = ({ databaseUrl, taskQueue }: Service, args: string[], env: Environment = {}): Process =>
  startProcess(
    'commands/reconcile.ts',
    {
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: fromSetup('TEST_TEMPORAL_ADDRESS'),
      TASK_QUEUE: taskQueue,
      PAYLOAD_KEYS: TEST_PAYLOAD_KEYS,
      ...env,
    },
    args
  );

/** Runs it, again and again, to its end. */
export const reconciler =
  (service: Service, env?: Environment) =>
  async (...args: string[]): Promise<Reconciled> => {
    const run = startReconcile(service, args, env);
    const code = await run.ended;
    return { code, said: run.output() };
  };
