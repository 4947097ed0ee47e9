import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { addDays, dateOf } from '../domain/time';
import { legalTime, type TrainingClock } from '../domain/trainingClock';
import { scheduledFor } from './scheduled';

const { partnersToCompare, comparePartner } = proxyActivities<Pick<Activities, 'partnersToCompare' | 'comparePartner'>>(
  {
    startToCloseTimeout: '5 minutes',
    // What a partner cannot say by then, an administrator asks it for.
    scheduleToCloseTimeout: '12 hours',
    retry: { initialInterval: '5 minutes', maximumInterval: '2 hours' },
  }
);

/** Compares the day that had ended when it was to begin with every partner; one that does not answer holds up no other. Started by a schedule. */
export async function partnerComparison(clock: TrainingClock | null = null): Promise<void> {
  const day = addDays(dateOf(legalTime(scheduledFor(), clock)), -1);
  const partners = await partnersToCompare();
  const compared = await Promise.allSettled(partners.map((id) => comparePartner(id, day)));
  for (const one of compared) if (one.status === 'rejected') throw one.reason;
}
