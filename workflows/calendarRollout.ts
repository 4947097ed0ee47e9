import { continueAsNew, proxyActivities, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities';
import { progressQuery, type RolloutInput, type RolloutProgress } from './rolloutMessages';

const { tellNextCases } = proxyActivities<Pick<Activities, 'tellNextCases'>>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '15s',
  retry: { maximumInterval: '1 minute' },
});

const FIRST_PAUSE_MILLIS = 2_000;
const LONGEST_PAUSE_MILLIS = 3_600_000;

/**
 * Tells every open case of the official days in force, batch by batch, and looks again until none counts by older ones:
 * those that were told and have not taken it up yet are met once more, which changes nothing for them.
 */
export async function calendarRollout({ version, carried }: RolloutInput): Promise<RolloutProgress> {
  let progress: RolloutProgress = carried ?? { pass: 1, after: '', toldInPass: 0, told: 0, unreachable: [] };
  setHandler(progressQuery, () => progress);

  for (;;) {
    const { told, unreachable, last } = await tellNextCases(version, progress.after);
    progress = {
      ...progress,
      toldInPass: progress.toldInPass + told,
      told: progress.told + told,
      unreachable: [...progress.unreachable, ...unreachable],
      after: last ?? progress.after,
    };
    if (last === null) {
      if (progress.toldInPass === 0) return progress;
      await sleep(Math.min(FIRST_PAUSE_MILLIS * 2 ** (progress.pass - 1), LONGEST_PAUSE_MILLIS));
      progress = { ...progress, pass: progress.pass + 1, after: '', toldInPass: 0, unreachable: [] };
    }
    if (workflowInfo().continueAsNewSuggested)
      await continueAsNew<typeof calendarRollout>({ version, carried: progress });
  }
}
