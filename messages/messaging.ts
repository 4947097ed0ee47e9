import type { MessageChannel } from '../domain/informing';
import type { Channel } from './channels/channel';
import type { MessagesConfig } from './config';
import type { Keyring } from '../secrets/keyring';

/** The channels that are switched on, and what messages over them need. */
export interface Messaging {
  readonly channels: Partial<Readonly<Record<MessageChannel, Channel>>>;
  readonly config: Pick<MessagesConfig, 'publicUrl' | 'language' | 'hours' | 'firstMessagesPerRecipient'>;
  /** Proves to us that an address for turning messages off comes from us. */
  readonly keyring: Keyring;
}
