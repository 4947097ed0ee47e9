import type { Client } from '@temporalio/client';
import type { Database } from '../db/database';
import { undelivered } from '../db/notices';
import type { TrainingClock } from '../domain/trainingClock';
import { someAtOnce } from '../running/someAtOnce';
import { createDeliveries } from '../starters/deliveries';

interface Undelivered {
  readonly db: Database;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly clock: TrainingClock | null;
}

/**
 * Has every notice go on that has not reached everybody by the record, also where Temporal has seen its delivery end: a
 * restored record no longer knows of it. What was sent after the backup may so be sent again.
 */
export async function wakeUndelivered({ db, temporal, taskQueue, clock }: Undelivered): Promise<void> {
  const deliveries = createDeliveries({ client: temporal, taskQueue, clock });
  await someAtOnce(await undelivered(db), ({ caseCode, seq }) => deliveries.wake(caseCode, seq));
}
