import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';

/** Waits for a workflow to be started; one that was started before is as good. */
export async function started(start: Promise<unknown>): Promise<void> {
  try {
    await start;
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
