import { settleAttempt, unansweredAttempts, type AttemptRow, type ReceiptOf } from '../db/attempts';
import type { Database, Executor } from '../db/database';
import { findNotice } from '../db/notices';
import { openAddress } from '../db/noticeTasks';
import type { NoticeDeliveries } from '../starters/noticeDeliveries';
import { SUBMITTER } from '../domain/holdings';
import type { Instant } from '../domain/time';
import { referenceOf, type SmppReceipt } from './channels/smpp';

/** What became of a message, as its provider tells it. */
interface Receipt extends ReceiptOf {
  readonly result: 'delivered' | 'bounced';
  readonly detail: string | null;
}

export interface Receipts {
  /** Answers whether the message is one of ours. A receipt that comes twice changes nothing the second time. */
  readonly take: (receipt: Receipt) => Promise<boolean>;
  /** @throws Error where it may belong to a message that has only just left: it must be brought again. */
  readonly takeSmpp: (receipt: SmppReceipt) => Promise<void>;
}

export interface ReceiptsOptions {
  readonly db: Database;
  readonly deliveries: NoticeDeliveries;
  readonly now: () => Instant;
}

/** A try takes no longer, in milliseconds: one that began before was cut off. */
const LONGEST_TRY = 120_000;

const isUnderWay = ({ result, startedAt }: AttemptRow): boolean =>
  result === 'started' && startedAt.getTime() > Date.now() - LONGEST_TRY;

async function leaveAddress(tx: Executor, attempt: AttemptRow, at: Instant): Promise<void> {
  if ((await findNotice(tx, attempt)) !== undefined) await openAddress(tx, attempt, at);
}

/** Takes in receipts and bounces: on record first, then the delivery that they belong to goes on from there (S6). */
export function createReceipts({ db, deliveries, now }: ReceiptsOptions): Receipts {
  async function take({ result, detail, ...message }: Receipt): Promise<boolean> {
    const at = now();
    const attempt = await db.transaction(async (tx) => {
      const settled = await settleAttempt(tx, message, { result, detail, at });
      if (settled?.changed === true && result === 'bounced' && settled.attempt.person === SUBMITTER)
        await leaveAddress(tx, settled.attempt, at);
      return settled?.attempt;
    });
    if (attempt === undefined) return false;
    // Also where nothing changed: whoever brought it may have been cut off before this.
    await deliveries.wake(attempt.caseCode, attempt.seq);
    return true;
  }

  return {
    take,
    async takeSmpp({ providerId, reference, result, detail }) {
      const message = { channel: 'sms', providerId, result, detail } as const;
      if (await take(message)) return;
      // The answer that would have told its id was lost, or is not yet on record: the number that we gave it may come back.
      const unanswered = await unansweredAttempts(db, 'sms');
      const own = unanswered.find((attempt) => referenceOf(attempt) === reference);
      if (await take({ ...message, messageId: own?.messageId })) return;
      if (unanswered.some(isUnderWay)) throw new Error('the receipt may be that of a message under way');
    },
  };
}
