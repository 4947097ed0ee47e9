import { heartbeat, log } from '@temporalio/activity';
import { createCaseClient } from '../client';
import type { Database } from '../db/database';
import { answeredJointlyBefore } from '../db/jointPublications';
import type { CaseEvent, JointAnswerChangedData } from '../domain/case';
import { isFinal } from '../domain/statuses';
import type { TrainingClock } from '../domain/trainingClock';
import { someAtOnce } from '../running/someAtOnce';
import { jointKey } from './answerLinked';
import { createFromRecord } from './fromRecord';
import { startingHere } from './startingHere';
import { whereRunning } from './whereRunning';

/**
 * Tells the cases that have their answer together with this one what an event makes of it. Each is told under one key,
 * so that doing it again changes nothing; one that has ended, as most have by then, is taken up for it.
 */
export function createTellJointlyAnswered(db: Database) {
  const fromRecord = createFromRecord(db);

  return async (code: string, event: CaseEvent, clock: TrainingClock | null): Promise<void> => {
    const change = changeBy(event);
    if (change === null) return;
    const cases = createCaseClient(startingHere(clock));
    const key = jointKey(code, event);
    const tell = async (duplicate: string) => {
      if (!(await whereRunning(() => cases.jointAnswerChanged(duplicate, change, key)))) {
        const { known, law } = await fromRecord(duplicate);
        if (!isFinal(known.state.status)) log.warn('an open case has no workflow', { code: duplicate });
        // Of an erased case Temporal keeps nothing, and nobody is left to be told.
        else if (known.state.erased !== true) await cases.takeUpJointAnswer(known, change, key, law);
      }
      heartbeat();
    };
    await someAtOnce(await answeredJointlyBefore(db, code, event.at), tell);
  };
}

/** What an event of the case that carries the answer makes of it; null of others. An erasure is told to nobody. */
function changeBy(event: CaseEvent): JointAnswerChangedData | null {
  switch (event.type) {
    case 'publish':
    case 'republish':
      return { change: 'corrected', text: event.data.text };
    case 'unpublish':
    case 'answerJointly':
      return { change: 'withdrawn' };
    default:
      return null;
  }
}
