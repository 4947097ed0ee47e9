import { activityInfo, getClient } from '@temporalio/activity';
import type { Starting } from '../temporal/starting';

/** How an activity begins workflows: on the queue that it was taken from. */
export const startingHere = (clock: Starting['clock']): Starting => ({
  client: getClient(),
  taskQueue: activityInfo().taskQueue,
  clock,
});
