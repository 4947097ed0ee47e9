import type { Submission } from '../domain/inputs';
import type { Actor } from '../domain/roles';
import { mobileNumber } from '../messages/channels/phone';
import type { ApiContext } from './context';

/**
 * Counts whom a submission by a citizen will be told to, over all accounts: anybody may open one, and name anybody. The
 * Office and connected systems answer for what they enter; a mailbox that its account has proven is the submitter's own.
 * @throws Problem 429 where one is told too often
 */
export async function countTold(
  { accounts }: Pick<ApiContext, 'accounts'>,
  { id, role }: Actor,
  { email, phone }: Submission['submitter']
): Promise<void> {
  if (role !== 'submitter') return;
  const account = await accounts.findAccount(id);
  const proven = account?.emailVerified === true ? mailboxOf(account.email) : null;
  const mailbox = email === null ? null : mailboxOf(email);
  const mobile = phone === null ? null : mobileNumber(phone);
  const unproven = [mailbox === proven ? null : mailbox, mobile];
  await accounts.limits.tell(unproven.filter((recipient) => recipient !== null));
}

/** What stands behind a plus sign leads to the same mailbox. */
function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const [name = ''] = email.slice(0, at).split('+');
  return `${name}${email.slice(at)}`.toLowerCase();
}
