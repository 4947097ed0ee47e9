import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { StartingAgain } from '../activities/startAgain';

const steps = proxyActivities<Pick<Activities, 'runToReplace' | 'replaceRun' | 'handOverSignals' | 'deliverOwed'>>({
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '1 minute' },
});

/**
 * Has a case go on from its record, in place of a run that knows less, cannot go on, or is gone (docs/operations.md). A
 * workflow, so that whoever asked for it may end in the middle and nothing that the case was told is lost.
 */
export async function startAgain(again: StartingAgain): Promise<void> {
  const { code } = again;
  const replaced = await steps.runToReplace(code);
  await steps.replaceRun(again, replaced);
  if (replaced !== null) await steps.handOverSignals(code, replaced);
  await steps.deliverOwed(again);
}
