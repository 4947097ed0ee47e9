import type { Reachable } from '../accounts/reachable';
import type { Database } from '../db/database';
import { preferencesOf } from '../db/messagePreferences';
import { textsOf } from './catalogue';
import type { Letter } from './channels/channel';
import type { MessagesConfig } from './config';
import { written } from './render';

/** What tells the owner of an account where to set a password. */
export async function passwordLetter(
  db: Database,
  account: Reachable,
  link: { readonly url: string; readonly messageId: string },
  usual: MessagesConfig['language']
): Promise<Letter> {
  const language = (await preferencesOf(db, account.id)).language ?? usual;
  const texts = await textsOf(db, 'service/password_reset', language);
  return {
    to: account.email,
    messageId: link.messageId,
    notice: null,
    caseCode: '',
    ...written(texts, { name: account.name, link: link.url }, { language, preferences: null }),
    unsubscribe: null,
  };
}
