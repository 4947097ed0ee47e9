import { CancellationScope, isCancellation, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../activities';
import type { TrainingClock } from '../domain/trainingClock';

const { deliver } = proxyActivities<Pick<Activities, 'deliver'>>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '5s', backoffCoefficient: 2, maximumInterval: '1h' },
});

/** Notices handed over to be carried to people, beside the case: nobody who acts waits for them. */
export function deliveries(code: string, clock: TrainingClock | null, carried: readonly number[]) {
  let undelivered: readonly number[] = [];
  const scope = new CancellationScope({ cancellable: true });
  carried.forEach(start);

  function start(seq: number): void {
    undelivered = [...undelivered, seq];
    scope
      .run(() => deliver(code, seq, clock))
      .then(
        () => {
          undelivered = undelivered.filter((other) => other !== seq);
        },
        (error: unknown) => {
          // A case that rolls over takes its notices along; the activity retries everything else for ever.
          if (!isCancellation(error)) throw error;
        }
      );
  }

  return {
    start,
    pending: () => undelivered,
    /** Lets go of what is on its way, for the next run to take up. */
    stop: () => {
      scope.cancel();
    },
  };
}
