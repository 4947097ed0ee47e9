import { started } from '../temporal/started';
import type { Starting } from '../temporal/starting';
import type { noticeDelivery } from '../workflows/noticeDelivery';
import { deliveryWorkflowId, news } from '../workflows/noticeDeliveryMessages';

/** Sees to it that what events make known reaches its people. */
export interface NoticeDeliveries {
  /** Begins with the notices of an event. Asked again, changes nothing. */
  start(caseCode: string, seq: number): Promise<void>;
  /** Something became known of them: a receipt, a mended address. Goes on where they were at an end. */
  wake(caseCode: string, seq: number): Promise<void>;
}

export function createNoticeDeliveries({ client, taskQueue, clock }: Starting): NoticeDeliveries {
  const how = (caseCode: string, seq: number) => ({
    workflowId: deliveryWorkflowId(caseCode, seq),
    taskQueue,
    args: [{ caseCode, seq, clock }] as Parameters<typeof noticeDelivery>,
  });
  return {
    start: (caseCode, seq) =>
      started(
        client.workflow.start<typeof noticeDelivery>('noticeDelivery', {
          ...how(caseCode, seq),
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
        })
      ),
    async wake(caseCode, seq) {
      await client.workflow.signalWithStart<typeof noticeDelivery>('noticeDelivery', {
        ...how(caseCode, seq),
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        signal: news,
      });
    },
  };
}
