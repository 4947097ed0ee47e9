import type { Database } from '../db/database';
import type { Keyring } from '../secrets/keyring';
import { openChannels } from './channels';
import { channelsOn, type MessagesConfig } from './config';
import type { Log } from './log';
import type { Messaging } from './messaging';
import type { Receipts } from './receipts';

export interface OpenMessaging {
  /** Null where no channel is switched on. */
  readonly messaging: Messaging | null;
  readonly close: () => Promise<void>;
}

/** Opens the worker's side of messages: the channels, and the way back for receipts that come over them. */
export function openMessaging({
  config,
  keyring,
  db,
  log,
  receipts,
}: {
  readonly config: MessagesConfig;
  readonly keyring: Keyring;
  readonly db: Database;
  readonly log: Log;
  readonly receipts: Pick<Receipts, 'takeSmpp'>;
}): OpenMessaging {
  if (channelsOn(config).length === 0) return { messaging: null, close: () => Promise.resolve() };
  const { channels, close } = openChannels({ config, db, keyring, log, onSmppReceipt: receipts.takeSmpp });
  return { messaging: { channels, config, keyring }, close };
}
