import type { Starting } from '../temporal/starting';
import { createNoticeDeliveries } from './noticeDeliveries';
import { createPasswordMails, type PasswordMailsOptions } from './passwordMails';
import { createReforms } from './reforms';
import { createRollouts } from './rollouts';
import { scheduleComparisons, scheduleDigests, scheduleSealing } from './schedules';
import { createSubscriberQueues } from './subscriberQueues';

/** What the API begins beside the cases; whatever waits to be begun by then is, and so is what runs every day. */
export async function openStarters(how: Starting, mails: PasswordMailsOptions) {
  const { db, emailIsOn } = mails;
  const rollouts = createRollouts(how, db);
  const reforms = createReforms(how, db);
  const passwordMails = createPasswordMails(how, mails);
  await rollouts.takeUp();
  await reforms.takeUp();
  await passwordMails.takeUp();
  await scheduleSealing(how);
  await scheduleComparisons(how);
  if (emailIsOn) await scheduleDigests(how);
  return {
    rollouts,
    reforms,
    passwordMails,
    noticeDeliveries: createNoticeDeliveries(how),
    subscriberQueues: createSubscriberQueues(how, db),
  };
}
