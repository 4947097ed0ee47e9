import type { Executor } from '../db/database';
import type { Subscriber } from '../db/subscribers';
import type { Keyring } from '../secrets/keyring';
import { cloudEventOf } from './cloudEvent';
import type { SubscribersConfig } from './config';
import { partnerWith } from './partners';
import { createPartnerTelling } from './partners/telling';
import { openSecrets } from './secrets';
import { send } from './send';
import type { Outcome, Told } from '../news/told';

export interface SubscribersDependencies {
  readonly config: SubscribersConfig;
  /** Opens the secrets with which messages are signed. */
  readonly keyring: Keyring;
}

/** Tries to tell one subscriber of different cases; answers what each came to, in their order. */
export function createTelling(db: Executor, { config, keyring }: SubscribersDependencies) {
  const tellPartner = createPartnerTelling(db, config);

  return async (subscriber: Subscriber, news: readonly Told[]): Promise<Outcome[]> => {
    const secrets = await openSecrets(db, keyring, subscriber.id);
    const partner = partnerWith(subscriber);
    if (partner !== null) return tellPartner(partner, news, secrets);
    return Promise.all(
      news.map(async (told) => {
        const { contentType, body } = cloudEventOf(told, { ...subscriber, source: config.source });
        const { outcome } = await send(
          { url: new URL(subscriber.url), messageId: told.messageId, contentType, body, secrets },
          config
        );
        return outcome;
      })
    );
  };
}
