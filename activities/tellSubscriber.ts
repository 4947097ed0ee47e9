import { log } from '@temporalio/activity';
import { recordAdminAct } from '../db/adminEvents';
import type { Executor } from '../db/database';
import { dueDeliveries, giveUp, hurry, nextDueIn, settle } from '../db/subscriberSending';
import { changeSubscriber, findSubscriber, holdUnchanged, type Subscriber } from '../db/subscribers';
import { SERVICE } from '../domain/roles';
import { partnerWith } from '../subscribers/partners';
import { createTelling } from '../subscribers/telling';
import type { Outcome, Told } from '../news/told';
import type { ActivityDependencies } from './index';

/** Messages of one go, of as many cases: a partner gets them in one request, others one by one. */
const AT_ONCE = 20;

/** An address that does not answer is tried again at least this often, whatever the tries of its messages wait for. */
const LONGEST_HOLD_MILLIS = 1_800_000;

/** Until when a subscriber's queue rests, in milliseconds from now; null where it is empty or ended. */
interface Rest {
  readonly millis: number | null;
  /** The subscriber does not answer: news must not wake it, only time or a person. */
  readonly held: boolean;
}

/** Sends some of what is due of one subscriber's queue, puts down what came of it, and says how long to wait for the rest. */
export function createTellSubscriber(dependencies: ActivityDependencies) {
  const { db, now, subscribers } = dependencies;
  const { retryDelays } = subscribers.config;
  const tell = createTelling(db, subscribers);

  return async (id: string): Promise<Rest> => {
    const subscriber = await findSubscriber(db, id);
    if (!subscriber?.enabled) return { millis: null, held: false };
    const held = (subscriber.heldUntil?.getTime() ?? 0) - Date.now();
    if (held > 0) return { millis: held, held: true };
    const due = await dueDeliveries(db, id, AT_ONCE);
    if (due.length === 0) return { millis: await nextDueIn(db, id), held: false };
    const sent = partnerWith(subscriber) === null ? due : sharingARequest(due);
    const outcomes = await tell(subscriber, sent);
    await db.transaction((tx) => takeDown(tx, subscriber, sent, outcomes));
    return { millis: 0, held: false };
  };

  /**
   * What did not get through counts only where nobody has changed the subscriber meanwhile: what an address says that was
   * mended, or was to be tried at once, says nothing of what holds now.
   */
  async function takeDown(
    tx: Executor,
    subscriber: Subscriber,
    sent: readonly Told[],
    outcomes: readonly Outcome[]
  ): Promise<void> {
    const isUnchanged = await holdUnchanged(tx, subscriber);
    if (isUnchanged && outcomes.some(({ kind }) => kind === 'gone')) {
      await end(tx, subscriber);
      return;
    }
    for (const [index, outcome] of outcomes.entries())
      if (isUnchanged || outcome.kind !== 'failed') await putDown(tx, sent[index] as Told, outcome);
    if (isUnchanged) await judge(tx, subscriber, outcomes);
  }

  async function putDown(tx: Executor, told: Told, outcome: Outcome): Promise<void> {
    if (outcome.kind === 'gone') return;
    const pause = outcome.kind === 'failed' ? pauseAfter(told, outcome.retryAfter) : null;
    if (outcome.kind === 'failed' && pause === null)
      log.warn('a message to a subscriber is given up', { delivery: told.id });
    await settle(tx, told, outcome, pause);
  }

  /** Milliseconds until the next try, no fewer than the receiver asks for; null where no try is left. */
  function pauseAfter({ attempts }: Told, asked = 0): number | null {
    const delay = retryDelays[attempts];
    return delay === undefined ? null : Math.max(delay, asked);
  }

  /** Where nothing got through, the whole queue rests; where something does again after an outage, nothing waits longer. */
  async function judge(tx: Executor, { id, failures }: Subscriber, outcomes: readonly Outcome[]): Promise<void> {
    const reached = outcomes.some(({ kind }) => kind === 'accepted' || kind === 'refused');
    const failed = outcomes.filter((outcome) => outcome.kind === 'failed');
    if (reached && failures > 0) {
      await changeSubscriber(tx, id, { failures: 0, heldUntil: null });
      // One go that failed is as likely a message that this address cannot take: that keeps its pauses.
      if (failures > 1) await hurry(tx, id);
    } else if (!reached && failed.length > 0) {
      const delay = retryDelays[Math.min(failures, retryDelays.length - 1)] ?? 0;
      const asked = failed.map(({ retryAfter = 0 }) => retryAfter);
      const heldUntil = new Date(Date.now() + Math.min(Math.max(delay, ...asked), LONGEST_HOLD_MILLIS));
      await changeSubscriber(tx, id, { failures: failures + 1, heldUntil });
    }
  }

  /** The receiver has said that it wants nothing more (410). */
  async function end(tx: Executor, { id }: Subscriber): Promise<void> {
    log.warn('a subscriber wants nothing more: it is switched off', { subscriber: id });
    await changeSubscriber(tx, id, { enabled: false, goneAt: new Date() });
    await giveUp(tx, id, 'gone');
    await recordAdminAct(tx, {
      at: now(),
      by: SERVICE,
      act: 'webhook.disable',
      subject: `webhook/${id}`,
      before: { enabled: true },
      after: { enabled: false, reason: 'gone' },
      document: null,
    });
  }
}

/**
 * What goes into one request to a partner. What failed before goes among what failed as often, and each time in half as
 * many: an item for which a partner refuses whole requests is alone at last, and no other is given up with it.
 */
function sharingARequest(due: readonly Told[]): readonly Told[] {
  const tries = due[0]?.attempts ?? 0;
  return due.filter(({ attempts }) => attempts === tries).slice(0, Math.max(1, Math.floor(AT_ONCE / 2 ** tries)));
}
