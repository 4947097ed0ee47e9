import { defineSignal } from '@temporalio/workflow';
import type { TrainingClock } from '../domain/trainingClock';

/** One workflow carries what one event makes known. */
export const deliveryWorkflowId = (caseCode: string, seq: number): string => `notices/${caseCode}/${seq}`;

export interface DeliveryInput {
  readonly caseCode: string;
  readonly seq: number;
  readonly clock: TrainingClock | null;
}

/** A receipt came, or an address was mended: what is to be done is worked out anew. */
export const news = defineSignal('news');
