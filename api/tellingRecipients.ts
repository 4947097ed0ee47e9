import type { Submission } from '../domain/inputs';
import type { Actor } from '../domain/roles';
import { unprovenOf } from '../messages/unproven';
import type { ApiContext } from './context';

/**
 * Counts whom a submission by a citizen will be told to. The Office and connected systems answer for what they enter.
 * @returns what is called where the submission comes to nothing
 * @throws Problem 429 where one is told too often
 */
export async function countTold(
  { accounts }: Pick<ApiContext, 'accounts'>,
  { id, role }: Actor,
  submitter: Submission['submitter']
): Promise<() => Promise<void>> {
  if (role !== 'submitter') return () => Promise.resolve();
  const account = await accounts.findAccount(id);
  return accounts.limits.tell(id, unprovenOf(account, submitter));
}
