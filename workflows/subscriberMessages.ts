import { defineSignal } from '@temporalio/workflow';

/** There is something new to send. */
export const newsQueued = defineSignal('newsQueued');
/** A person wants it sent now, whatever it waits for. */
export const sendNow = defineSignal('sendNow');

export const subscriberWorkflowId = (subscriber: string): string => `subscriber/${subscriber}`;
