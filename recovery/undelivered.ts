import type { Database } from '../db/database';
import { undelivered, undeliveredThoughMended } from '../db/notices';
import { someAtOnce } from '../running/someAtOnce';
import type { NoticeDeliveries } from '../starters/noticeDeliveries';

type Waking = Pick<NoticeDeliveries, 'wake'>;

/**
 * Has every notice go on that has not reached everybody by the record, also where Temporal has seen its delivery end: a
 * restored record no longer knows of it. What was sent after the backup may so be sent again.
 */
export async function wakeUndelivered(db: Database, deliveries: Waking): Promise<void> {
  await someAtOnce(await undelivered(db), ({ caseCode, seq }) => deliveries.wake(caseCode, seq));
}

/** The same for those that go on since an address was mended: Temporal may have been away then. */
export async function wakeMended(db: Database, deliveries: Waking): Promise<void> {
  await someAtOnce(await undeliveredThoughMended(db), ({ caseCode, seq }) => deliveries.wake(caseCode, seq));
}
