import type { Submission } from '../domain/inputs';
import type { Actor } from '../domain/roles';
import { mobileNumber } from '../messages/channels/phone';
import type { ApiContext } from './context';

/**
 * Counts whom a submission by a citizen will be told to, who may name anybody. The Office and connected systems answer for
 * what they enter; a mailbox that its account has proven is the submitter's own.
 * @returns what is called where the submission comes to nothing
 * @throws Problem 429 where one is told too often
 */
export async function countTold(
  { accounts }: Pick<ApiContext, 'accounts'>,
  { id, role }: Actor,
  { email, phone }: Submission['submitter']
): Promise<() => Promise<void>> {
  if (role !== 'submitter') return () => Promise.resolve();
  const account = await accounts.findAccount(id);
  const proven = account?.emailVerified === true ? mailboxOf(account.email) : null;
  const mailbox = email === null ? null : mailboxOf(email);
  const mobile = phone === null ? null : mobileNumber(phone);
  const unproven = [mailbox === proven ? null : mailbox, mobile];
  return accounts.limits.tell(
    id,
    unproven.filter((recipient) => recipient !== null)
  );
}

/** What stands behind a plus sign leads to the same mailbox. */
function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const [name = ''] = email.slice(0, at).split('+');
  return `${name}${email.slice(at)}`.toLowerCase();
}
