import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { caseWorkflowId, recordAgainPrefix } from './messages';

const { forgetCase } = proxyActivities<Pick<Activities, 'forgetCase'>>({
  startToCloseTimeout: '1 minute',
  retry: { maximumInterval: '1 minute' },
});

/** Has Temporal forget a case whose submitter was erased, once the run that did it has ended (docs/decisions/0013). */
export async function forgetting(code: string): Promise<void> {
  await forgetCase(caseWorkflowId(code), recordAgainPrefix(code));
}
