import type { Messaging } from '../activities/messaging';
import type { Config } from '../config';
import type { Database } from '../db/database';
import { createDeliveries } from '../starters/deliveries';
import { legalTime } from '../domain/trainingClock';
import { openChannels } from './channels';
import { channelsOn, messagesConfigFrom } from './config';
import type { Log } from './log';
import { createReceipts } from './receipts';
import { connectClient } from '../temporal/connect';
import { trainingClockOf } from '../db/trainingClock';

export interface OpenMessaging {
  /** Null where no channel is switched on. */
  readonly messaging: Messaging | null;
  readonly close: () => Promise<void>;
}

/** Opens the worker's side of messages: the channels, and the way back for receipts that come over them. */
export async function openMessaging({
  env,
  config: { keyring, taskQueue, trainingDaySeconds },
  db,
  log,
}: {
  readonly env: NodeJS.ProcessEnv;
  readonly config: Config;
  readonly db: Database;
  readonly log: Log;
}): Promise<OpenMessaging> {
  const config = messagesConfigFrom(env);
  if (channelsOn(config).length === 0) return { messaging: null, close: () => Promise.resolve() };
  const clock = await trainingClockOf(db, trainingDaySeconds);
  const { client, connection } = await connectClient(keyring);
  const receipts = createReceipts({
    db,
    deliveries: createDeliveries({ client, taskQueue, clock }),
    now: () => legalTime(Date.now(), clock),
  });
  const { channels, close } = openChannels({ config, db, keyring, log, onSmppReceipt: receipts.takeSmpp });
  return {
    messaging: { channels, config, keyring },
    close: async () => {
      await close();
      await connection.close();
    },
  };
}
