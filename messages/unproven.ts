import { mobileNumber } from './channels/phone';

/**
 * Whom a submission by a citizen has told who may know nothing of it: anybody may open an account, and name anybody. A
 * mailbox that the account has proven is the submitter's own. However they are written, the same ones are the same.
 */
export function unprovenOf(
  account: { readonly email: string; readonly emailVerified: boolean } | undefined,
  { email, phone }: { readonly email: string | null; readonly phone: string | null }
): string[] {
  const proven = account?.emailVerified === true ? mailboxOf(account.email) : null;
  const mailbox = email === null ? null : mailboxOf(email);
  const mobile = phone === null ? null : mobileNumber(phone);
  return [mailbox === proven ? null : mailbox, mobile].filter((recipient) => recipient !== null);
}

/** What stands behind a plus sign leads to the same mailbox. */
function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const [name = ''] = email.slice(0, at).split('+');
  return `${name}${email.slice(at)}`.toLowerCase();
}
