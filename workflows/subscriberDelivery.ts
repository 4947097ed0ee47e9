import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { newsQueued, sendNow } from './subscriberMessages';

const { tellSubscriber } = proxyActivities<Pick<Activities, 'tellSubscriber'>>({
  startToCloseTimeout: '5 minutes',
  retry: { maximumInterval: '1 minute' },
});

/**
 * Sends what waits for one subscriber, for as long as anything does. The queue stands in the database, so that nothing is
 * lost with a run; a message that is queued while this ends starts it again.
 */
export async function subscriberDelivery(subscriber: string): Promise<void> {
  let queued = false;
  let urgent = false;
  setHandler(newsQueued, () => {
    queued = true;
  });
  setHandler(sendNow, () => {
    urgent = true;
  });
  const disturbed = () => urgent || queued;

  for (;;) {
    queued = false;
    urgent = false;
    const { millis, held } = await tellSubscriber(subscriber);
    if (millis === null && !disturbed()) return;
    if (millis !== null && millis > 0) await condition(held ? () => urgent : disturbed, millis);
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof subscriberDelivery>(subscriber);
  }
}
