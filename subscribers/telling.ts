import type { Executor } from '../db/database';
import { secretsOf, type Subscriber } from '../db/subscribers';
import { unseal } from '../messages/sealed';
import type { Keyring } from '../temporal/codec';
import { cloudEventOf } from './cloudEvent';
import type { SubscribersConfig } from './config';
import { createPartnerTelling } from './partners/telling';
import { send } from './send';
import type { Outcome, Told } from './told';

export interface SubscribersDependencies {
  readonly config: SubscribersConfig;
  /** Opens the secrets with which messages are signed. */
  readonly keyring: Keyring;
}

/** Tries to tell one subscriber of different cases; answers what each came to, in their order. */
export function createTelling(db: Executor, { config, keyring }: SubscribersDependencies) {
  const tellPartner = createPartnerTelling(db, config);

  return async (subscriber: Subscriber, news: readonly Told[]): Promise<Outcome[]> => {
    const kept = await secretsOf(db, subscriber.id, new Date());
    const secrets = kept.map((secret) => unseal(keyring, 'subscriber-secrets', secret));
    if (subscriber.mapping !== 'events')
      return tellPartner({ ...subscriber, mapping: subscriber.mapping }, news, secrets);
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
