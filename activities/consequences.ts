import type { Database } from '../db/database';
import { awakeAmong, waitingFor, type QueuedFor } from '../db/subscriberQueue';
import { undeliveredOf } from '../db/notices';
import { openLettersOf } from '../db/noticeTasks';
import { createNoticeDeliveries } from '../starters/noticeDeliveries';
import { beginToForget } from '../starters/forgetting';
import type { CaseEvent } from '../domain/case';
import type { Entered } from '../domain/entered';
import { answerLinked } from './answerLinked';
import type { ActivityDependencies } from './index';
import { startingHere } from './startingHere';
import { createTellJointlyAnswered } from './tellJointlyAnswered';
import { createWaking } from './waking';

/** What the transaction that wrote the events knows of them already. */
export interface JustWritten {
  /** In whose queues they stand, as far as that transaction could see. */
  readonly queued: readonly QueuedFor[];
  /** The events of which somebody is to be told. */
  readonly told: readonly number[];
}

/** The reply to a question is owed no more: it came, or the case went on without it. */
const endsWait = ({ changes: { terms = {} } }: CaseEvent): boolean =>
  Object.values(terms).some(({ name, settledAt }) => name === 'infoOverdue' && settledAt !== null);

/**
 * What events on record bring about outside of PostgreSQL: linked cases are answered and hear what becomes of the answer,
 * other systems and people are told, and what was erased is forgotten. Safe to repeat, for whoever wrote them may have
 * ended before all of it was done.
 */
export const createConsequences = ({ db, messaging }: Pick<ActivityDependencies, 'db' | 'messaging'>) => {
  const wake = createWaking(db);
  const tellJointlyAnswered = createTellJointlyAnswered(db);
  return async ({ code, events, clock }: Omit<Entered, 'key'>, written?: JustWritten): Promise<void> => {
    if (events.length === 0) return;
    const how = startingHere(clock);
    for (const event of events) {
      if (event.type === 'erase') await beginToForget(how, code, event.data.through);
      await answerLinked(code, event);
      await tellJointlyAnswered(code, event, clock);
    }
    const seqs = events.map(({ seq }) => seq);
    const awake = written === undefined ? await waitingFor(db, code, seqs) : await nowAwake(db, written.queued);
    await Promise.all(awake.map(wake));
    if (messaging === null) return;
    const told = written?.told ?? (await undeliveredOf(db, code, seqs));
    const deliveries = createNoticeDeliveries(how);
    await Promise.all(told.map((seq) => deliveries.start(code, seq)));
    if (!events.some(endsWait)) return;
    // The letter that would have told of it is to be sent no more.
    const lapses = await openLettersOf(db, code, 'info_lapsed');
    await Promise.all(lapses.map((seq) => deliveries.wake(code, seq)));
  };
};

/**
 * Who rested while the news was being written may have been switched on, and had its queue looked at, before the news stood
 * there: whoever looks after both of them sees both.
 */
async function nowAwake(db: Database, queued: readonly QueuedFor[]): Promise<string[]> {
  const ids = (awake: boolean) => queued.filter((one) => one.awake === awake).map(({ subscriber }) => subscriber);
  const resting = ids(false);
  return [...new Set([...ids(true), ...(resting.length === 0 ? [] : await awakeAmong(db, resting))])];
}
