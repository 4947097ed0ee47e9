import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { caseWorkflowId, recordAgainPrefix } from './messages';

const { forgetCase } = proxyActivities<Pick<Activities, 'forgetCase'>>({
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '1 minute' },
});

/** A case that others act on stays up for a minute; one that cannot go on, for as long as nobody helps it. */
const FIRST_PAUSE_MILLIS = 10_000;
const LONGEST_PAUSE_MILLIS = 3_600_000;

/** Has Temporal forget a case whose submitter was erased, once the run that did it has ended (docs/decisions/0013). */
export async function forgetting(code: string): Promise<void> {
  for (let pause = FIRST_PAUSE_MILLIS; !(await forgetCase(caseWorkflowId(code), recordAgainPrefix(code))); pause *= 2)
    await sleep(Math.min(pause, LONGEST_PAUSE_MILLIS));
}
