import { randomUUID } from 'node:crypto';
import type { PasswordReset } from '../accounts';
import type { Database } from '../db/database';
import { preferencesOf } from '../db/messagePreferences';
import { textsOf } from './catalogue';
import { createMailer } from './channels/email';
import type { MessagesConfig } from './config';
import type { Log } from './log';
import { written } from './render';

interface PasswordMailOptions {
  readonly db: Database;
  readonly config: MessagesConfig;
  readonly log: Log;
}

/** How a password reset reaches its owner: by e-mail, or, while that is switched off, through an operator. */
export function createPasswordMail({ db, config, log }: PasswordMailOptions): (reset: PasswordReset) => Promise<void> {
  const mailer = config.smtp === null ? null : createMailer(config.smtp);
  return async ({ account, url }) => {
    if (mailer === null) {
      log.warn({ passwordReset: url }, 'a password reset was asked for, and e-mail is switched off');
      return;
    }
    const language = (await preferencesOf(db, account.id)).language ?? config.language;
    const texts = await textsOf(db, 'service/password_reset', language);
    const facts = { name: account.name, link: url };
    const { result, detail } = await mailer.send({
      to: account.email,
      messageId: randomUUID(),
      ...written(texts, facts, { language, preferences: null }),
      unsubscribe: null,
    });
    // Whoever asked sees nothing of it, and asks again.
    if (result !== 'accepted') log.error({ account: account.id, result, detail }, 'a password reset could not be sent');
  };
}
