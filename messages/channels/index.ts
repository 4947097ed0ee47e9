import type { Database } from '../../db/database';
import type { MessageChannel } from '../../domain/informing';
import type { Keyring } from '../../secrets/keyring';
import type { MessagesConfig } from '../config';
import type { Log } from '../log';
import type { Channel } from './channel';
import { createMailer, emailChannel } from './email';
import { receiptOf, smppChannel, type SmppReceipt } from './smpp';
import { openSmppLink } from './smppSession';
import { smsGatewayChannel } from './smsGateway';
import { zaloChannel } from './zalo';
import { createZaloTokens } from './zaloTokens';

export interface OpenChannels {
  readonly channels: Partial<Readonly<Record<MessageChannel, Channel>>>;
  readonly close: () => Promise<void>;
}

export interface ChannelsOptions {
  readonly config: MessagesConfig;
  readonly db: Database;
  readonly keyring: Keyring;
  readonly log: Log;
  /** Takes in what became of an SMS; the provider tells it again where this rejects. */
  readonly onSmppReceipt: (receipt: SmppReceipt) => Promise<void>;
}

/** Opens the channels that are switched on. */
export function openChannels({ config, db, keyring, log, onSmppReceipt }: ChannelsOptions): OpenChannels {
  const { smtp, sms, zalo } = config;
  const link =
    sms.smpp === null
      ? null
      : openSmppLink(
          sms.smpp,
          async (pdu) => {
            const receipt = receiptOf(pdu);
            if (receipt !== null) await onSmppReceipt(receipt);
          },
          log
        );
  return {
    channels: {
      ...(smtp === null ? {} : { email: emailChannel(createMailer(smtp)) }),
      ...(sms.smpp === null || link === null ? {} : { sms: smppChannel(link, sms.smpp, sms) }),
      ...(sms.gateway === null ? {} : { sms: smsGatewayChannel(sms.gateway, sms) }),
      ...(zalo === null ? {} : { zalo: zaloChannel(zalo, createZaloTokens(db, keyring, zalo)) }),
    },
    close: async () => {
      await link?.stop();
    },
  };
}
