import { log } from '@temporalio/activity';
import { reachableAccounts } from '../accounts/reachable';
import { findPasswordMail, removePasswordMail } from '../db/passwordMails';
import { passwordLetter } from '../messages/passwordMail';
import { unseal } from '../secrets/sealed';
import type { ActivityDependencies } from './index';

/** Sends a link that sets a password, and forgets it; also where nobody can be reached, or it works no more. */
export function createSendPasswordMail({ db, messaging }: Pick<ActivityDependencies, 'db' | 'messaging'>) {
  /** @throws Error where it is to be tried again. */
  return async (id: string): Promise<void> => {
    const mail = await findPasswordMail(db, id);
    if (mail === undefined) return;
    const [account] = await reachableAccounts(db, [mail.account]);
    if (account === undefined || mail.expiresAt.getTime() <= Date.now()) {
      log.error('a link for a password was not sent in time', { passwordMail: id });
      await removePasswordMail(db, id);
      return;
    }
    const email = messaging?.channels.email;
    if (messaging === null || email === undefined) throw new Error('e-mail is not switched on for this worker');
    const url = unseal(messaging.keyring, 'password-links', mail);
    const { result } = await email.send(
      await passwordLetter(db, account, { url, messageId: id }, messaging.config.language)
    );
    if (result === 'refused') log.error('a link for a password was refused', { passwordMail: id });
    else if (result !== 'accepted') throw new Error(`a link for a password is ${result}`);
    await removePasswordMail(db, id);
  };
}
