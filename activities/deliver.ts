import { markSent, pendingNotices } from '../db/notices';
import type { ActivityDependencies } from './index';

/** Sends what is still pending of an event's notices. Each is marked once it has left, so that a retry sends only the rest. */
export const createDeliver =
  ({ db, messenger }: ActivityDependencies) =>
  async (caseCode: string, seq: number): Promise<void> => {
    if (messenger === null) throw new Error('notices are pending, but no channel is switched on');
    for (const notice of await pendingNotices(db, caseCode, seq)) {
      await messenger.send(notice);
      await markSent(db, notice);
    }
  };
