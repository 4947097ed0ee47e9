import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';

const { sendPasswordMail } = proxyActivities<Pick<Activities, 'sendPasswordMail'>>({
  startToCloseTimeout: '1 minute',
  // It ends by itself once the link works no more.
  retry: { initialInterval: '2s', maximumInterval: '1 minute' },
});

/** Has a link for a password sent. Only its number comes here: a link would stay in the history. */
export const passwordMail = (id: string): Promise<void> => sendPasswordMail(id);
