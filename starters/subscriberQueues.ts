import { waitingSubscribers } from '../db/subscribers';
import type { Executor } from '../db/database';
import type { Starting } from '../temporal/starting';
import type { subscriberDelivery } from '../workflows/subscriberDelivery';
import { newsQueued, sendNow, subscriberWorkflowId } from '../workflows/subscriberMessages';

export interface SubscriberQueues {
  /** Has what is queued for a subscriber sent, unless its address rests after failures. */
  wake(subscriber: string): Promise<void>;
  /** Has it sent even then. */
  sendNow(subscriber: string): Promise<void>;
  /** Wakes everybody for whom something waits: so nothing is lost between a queue and its workflow. */
  takeUp(): Promise<void>;
}

/** How the durable sender of each subscriber is reached; it is started where it does not run. */
export function createSubscriberQueues({ client, taskQueue }: Omit<Starting, 'clock'>, db: Executor): SubscriberQueues {
  const signal = async (subscriber: string, message: typeof newsQueued | typeof sendNow): Promise<void> => {
    await client.workflow.signalWithStart<typeof subscriberDelivery>('subscriberDelivery', {
      workflowId: subscriberWorkflowId(subscriber),
      taskQueue,
      args: [subscriber],
      signal: message,
    });
  };
  return {
    wake: (subscriber) => signal(subscriber, newsQueued),
    sendNow: (subscriber) => signal(subscriber, sendNow),
    async takeUp() {
      for (const subscriber of await waitingSubscribers(db)) await signal(subscriber, newsQueued);
    },
  };
}
