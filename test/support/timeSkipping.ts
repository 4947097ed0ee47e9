import { TestWorkflowEnvironment } from '@temporalio/testing';
import { fromSetup } from './environment';

type Options = NonNullable<Parameters<typeof TestWorkflowEnvironment.createTimeSkipping>[0]>;

/** Its starter gives up after five seconds, within which a busy machine may not even have started Java. */
const ATTEMPTS = 5;

/** A server of its own that lets time pass at once. @throws what the last attempt to start it failed with */
export async function startTimeSkipping(
  client: Options['client'] = {},
  attempts = ATTEMPTS
): Promise<TestWorkflowEnvironment> {
  const executable = { type: 'existing-path', path: fromSetup('TEST_TIME_SKIPPING_SERVER') } as const;
  try {
    return await TestWorkflowEnvironment.createTimeSkipping({ server: { executable }, client });
  } catch (error) {
    if (attempts === 1) throw error;
    return startTimeSkipping(client, attempts - 1);
  }
}
