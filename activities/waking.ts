import type { Database } from '../db/database';
import { createSubscriberQueues } from '../starters/subscriberQueues';
import { startingHere } from './startingHere';

interface Waking {
  readonly underWay: Promise<void>;
  /** Shared by all who came since it began. */
  next: Promise<void> | null;
}

/**
 * Wakes the sender of a subscriber. Who comes while another's signal is on its way shares the next one, so that a
 * midnight with thousands of alarms is not as many signals.
 */
export function createWaking(db: Database): (subscriber: string) => Promise<void> {
  const wakings = new Map<string, Waking>();

  function begin(subscriber: string): Promise<void> {
    const queues = createSubscriberQueues(startingHere(null), db);
    const waking: Waking = {
      underWay: queues.wake(subscriber).finally(() => {
        if (wakings.get(subscriber) === waking && waking.next === null) wakings.delete(subscriber);
      }),
      next: null,
    };
    wakings.set(subscriber, waking);
    return waking.underWay;
  }

  return (subscriber) => {
    const waking = wakings.get(subscriber);
    if (waking === undefined) return begin(subscriber);
    waking.next ??= waking.underWay.then(
      () => begin(subscriber),
      () => begin(subscriber)
    );
    return waking.next;
  };
}
