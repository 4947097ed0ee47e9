import { defineSignal } from '@temporalio/workflow';

/** There is something new to send. */
export const newsQueued = defineSignal('newsQueued');
/** A person wants it sent now, whatever it waits for. */
export const sendNow = defineSignal('sendNow');

export const subscriberWorkflowId = (subscriber: string): string => `subscriber/${subscriber}`;

/** Until when a subscriber's queue rests, in milliseconds from now; null where it is empty or ended. */
export interface Rest {
  readonly millis: number | null;
  /** The subscriber does not answer: news must not wake it, only time or a person. */
  readonly held: boolean;
}
