import type { Keyring } from '../secrets/keyring';
import { stamped, unstamped } from '../secrets/sealed';

const USE = 'message-preferences';

/** Where somebody chooses what they are told, and where one press turns one kind of message off. */
export interface PreferencesLinks {
  readonly page: string;
  readonly unsubscribe: string;
}

export function preferencesLinks(
  keyring: Keyring,
  publicUrl: string,
  subject: string,
  template: string
): PreferencesLinks {
  const token = stamped(keyring, USE, subject);
  return {
    // After the #, so that it reaches neither logs nor other sites.
    page: `${publicUrl}/message-preferences#token=${token}`,
    unsubscribe: `${publicUrl}/v1/message-preferences/${token}/mute/${template}`,
  };
}

/** Whose token it is; null where it is not one of ours. */
export const subjectOfToken = (keyring: Keyring, token: string): string | null => unstamped(keyring, USE, token);
