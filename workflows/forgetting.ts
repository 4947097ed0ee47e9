import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { caseWorkflowId, recordAgainPrefix } from './messages';

const { forgetCase } = proxyActivities<Pick<Activities, 'forgetCase'>>({
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '1 minute' },
});

/** A case that others act on stays up for a minute. */
const PAUSE = '10 seconds';

/** Has Temporal forget a case whose submitter was erased, once the run that did it has ended (docs/decisions/0013). */
export async function forgetting(code: string): Promise<void> {
  while (!(await forgetCase(caseWorkflowId(code), recordAgainPrefix(code)))) await sleep(PAUSE);
}
