import { TestWorkflowEnvironment } from '@temporalio/testing';
import { fromSetup } from './environment';

type Options = NonNullable<Parameters<typeof TestWorkflowEnvironment.createTimeSkipping>[0]>;

/** Its starter gives up after five seconds, within which a busy machine may not even have started Java. */
const ATTEMPTS = 10;

/** After the first attempt, and so much more after each: what keeps the machine busy may end meanwhile. */
const PAUSE_MILLIS = 1_000;

/** A server of its own that lets time pass at once. @throws what the last attempt to start it failed with */
export async function startTimeSkipping(client: Options['client'] = {}, attempt = 1): Promise<TestWorkflowEnvironment> {
  const executable = { type: 'existing-path', path: fromSetup('TEST_TIME_SKIPPING_SERVER') } as const;
  try {
    return await TestWorkflowEnvironment.createTimeSkipping({ server: { executable }, client });
  } catch (error) {
    if (attempt === ATTEMPTS) throw error;
    await new Promise((resolve) => setTimeout(resolve, attempt * PAUSE_MILLIS));
    return startTimeSkipping(client, attempt + 1);
  }
}
