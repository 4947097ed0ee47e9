import type { Delivery } from '../db/subscriberDeliveries';
import type { Subscriber, SubscriberWithQueue } from '../db/subscribers';
import { isPartner, partners } from '../subscribers/partners';
import { pseudonym } from '../subscribers/signing';
import { moment, momentOrNull } from './present';

/** What of a subscription its administrative acts put on record. */
export const onRecord = ({ name, url, mapping, types, agencies, withCode, enabled }: Subscriber) => ({
  name,
  url,
  mapping,
  types,
  agencies,
  withCode,
  enabled,
});

/** A subscription as administrators read it. */
export const presentWebhook = (subscriber: SubscriberWithQueue) => ({
  id: subscriber.id,
  ...onRecord(subscriber),
  failures: subscriber.failures,
  heldUntil: momentOrNull(subscriber.heldUntil),
  pending: subscriber.pending,
  givenUp: subscriber.givenUp,
  createdAt: moment(subscriber.createdAt),
});

/** Administrators, who may see no case, read of one what the subscriber is told: its code only where that is. */
function knownAs({ mapping, pseudonymKey, withCode }: Subscriber, code: string) {
  const own = pseudonym(code, pseudonymKey);
  const reference = isPartner(mapping) ? partners[mapping].reference(code, own) : own;
  return { case: reference, caseCode: withCode || reference === code ? code : null };
}

/** What became of a message. */
export const presentDelivery = (
  subscriber: Subscriber,
  { subscriber: _, news: __, day: ___, queuedAt: ____, caseCode: code, dueAt, createdAt, settledAt, ...told }: Delivery
) => ({
  ...told,
  ...(code === null ? { case: null, caseCode: null } : knownAs(subscriber, code)),
  dueAt: settledAt === null ? moment(dueAt) : null,
  createdAt: moment(createdAt),
  settledAt: momentOrNull(settledAt),
});
