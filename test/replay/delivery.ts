import type { Activities } from '../../activities';
import { SUBMITTER } from '../../domain/holdings';
import { createNoticeDeliveries } from '../../starters/noticeDeliveries';
import { deliveryWorkflowId } from '../../workflows/noticeDeliveryMessages';
import type { CaseRig } from '../support/caseRig';
import { wakingAtRest } from '../support/deliveriesAtRest';
import { historiesOf, type History } from '../support/histories';
import { at } from '../support/law';

const CASE = 'TEST';

/** What a delivery meets here: a provider that is away, so that it waits for an hour, and then has nothing left to do. */
export function untoldAtFirst(): Pick<Activities, 'planDelivery' | 'sendMessage'> {
  const way = { caseCode: CASE, seq: 1, ordinal: 0, person: SUBMITTER, channel: 'email' } as const;
  const plans = [
    { due: [way], again: null },
    { due: [], again: at('2026-10-05 10:00') },
  ];
  return {
    planDelivery: () => Promise.resolve(plans.shift() ?? { due: [], again: null }),
    sendMessage: () => Promise.resolve(),
  };
}

/** A delivery that news wakes while it waits; answers its histories. */
export async function toldAfterAPause(cases: CaseRig): Promise<History[]> {
  await cases.startAt(at('2026-10-05 09:00'));
  const { temporal } = cases;
  const deliveries = wakingAtRest(createNoticeDeliveries({ ...cases, client: temporal }), temporal);
  await deliveries.start(CASE, 1);
  await deliveries.wake(CASE, 1);
  const workflowId = deliveryWorkflowId(CASE, 1);
  await temporal.workflow.getHandle(workflowId).result();
  return historiesOf(temporal, workflowId);
}
