import { createCounter, hashed } from '../accounts/counter';
import { mailboxOfAccount } from '../accounts/reachable';
import type { MessageChannel } from '../domain/informing';
import type { CaseRow } from '../db/cases';
import type { Executor } from '../db/database';
import type { NoticeRow } from '../db/notices';
import { unprovenOf } from './unproven';

const HOUR_SECONDS = 3_600;

/**
 * Whether a message may leave now. The first one of a case goes to whom its submitter named, who may know nothing of it:
 * one recipient gets so many in an hour, over all accounts, since anybody may open many. The others wait.
 */
export async function mayLeaveNow(
  db: Executor,
  { template }: Pick<NoticeRow, 'template'>,
  { submitterAccount }: Pick<CaseRow, 'submitterAccount'>,
  { channel, address }: { readonly channel: MessageChannel; readonly address: string },
  perHour: number
): Promise<boolean> {
  if (template !== 'received' || submitterAccount === null) return true;
  const account = await mailboxOfAccount(db, submitterAccount);
  const [email, phone] = channel === 'email' ? [address, null] : [null, address];
  const [recipient] = unprovenOf(account, { email, phone });
  return recipient === undefined || createCounter(db).allows(hashed('first message', recipient), perHour, HOUR_SECONDS);
}
