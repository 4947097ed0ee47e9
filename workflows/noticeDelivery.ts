import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { toMillis } from '../domain/time';
import { legalTime, realDuration } from '../domain/trainingClock';
import { news, type DeliveryInput } from './noticeDeliveryMessages';

const { planDelivery, sendMessage } = proxyActivities<Pick<Activities, 'planDelivery' | 'sendMessage'>>({
  startToCloseTimeout: '2 minutes',
  retry: { maximumInterval: '1 minute' },
});

/** On a training clock a pause may be shorter than a provider bears. */
const SHORTEST_PAUSE_MILLIS = 1_000;

/**
 * Carries what an event makes known to its people, beside the case and for longer than it: channel after channel, in the
 * hours in which they may be disturbed, until everybody is informed or a letter is left to a person (S6). It ends there;
 * a receipt that comes later begins it again.
 */
export async function noticeDelivery({ caseCode, seq, clock }: DeliveryInput): Promise<void> {
  let heard = 0;
  setHandler(news, () => {
    heard++;
  });
  for (;;) {
    const known = heard;
    const now = legalTime(Date.now(), clock);
    const { due, again } = await planDelivery(caseCode, seq, now);
    await Promise.all(due.map((way) => sendMessage(way, now)));
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof noticeDelivery>({ caseCode, seq, clock });
    if (due.length > 0 || heard > known) continue;
    if (again === null) return;
    const pause = realDuration(toMillis(again) - toMillis(legalTime(Date.now(), clock)), clock);
    await condition(() => heard > known, Math.max(SHORTEST_PAUSE_MILLIS, pause));
  }
}
