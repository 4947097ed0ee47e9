import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { startOf, toMillis } from '../domain/time';
import { legalTime, realDuration } from '../domain/trainingClock';
import { reformEntered, type ReformsInput } from './reformMessages';

const { nextReform, passOnAccounts, passOnCases, finishReform } = proxyActivities<
  Pick<Activities, 'nextReform' | 'passOnAccounts' | 'passOnCases' | 'finishReform'>
>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30s',
  retry: { maximumInterval: '1 minute' },
});

/** Longer than an act may take from being asked for to standing on record. */
const ACTS_UNDER_WAY = '1 minute';

/**
 * Carries out the decisions on agencies, each at 00:00 of its day, in their order: first the people, then the open cases,
 * batch by batch. What is done stands in the database, so that nothing is lost with a run. Ends when nothing is left.
 */
export async function agencyReforms({ clock, toLookOver = [] }: ReformsInput): Promise<void> {
  let entered = false;
  let carriedOut = toLookOver;
  const now = () => legalTime(Date.now(), clock);
  setHandler(reformEntered, () => {
    entered = true;
  });

  for (;;) {
    entered = false;
    const next = await nextReform();
    const wait = next === null ? null : toMillis(startOf(next.effectiveOn)) - toMillis(now());
    if (next !== null && wait !== null && wait <= 0) {
      await passOnAccounts(next.id, now());
      await passOnAllCases(next.id);
      await finishReform(next.id, now());
      carriedOut = [...carriedOut, next.id];
    } else if (carriedOut.length > 0) {
      // A case that was forwarded to an old agency in its last second is on record by then.
      if (await condition(wasEntered, ACTS_UNDER_WAY)) continue;
      for (const id of carriedOut) await passOnAllCases(id);
      carriedOut = [];
    } else if (wait !== null) await condition(wasEntered, realDuration(wait, clock));
    else if (!wasEntered()) return;
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof agencyReforms>({ clock, toLookOver: carriedOut });
  }

  function wasEntered(): boolean {
    return entered;
  }
}

async function passOnAllCases(id: number): Promise<void> {
  for (let after: string | null = ''; after !== null; after = await passOnCases(id, after));
}
