import type { ActivityInterceptorsFactory, Worker } from '@temporalio/worker';
import { coresdk } from '@temporalio/proto';

const { EvictionReason } = coresdk.workflow_activation.RemoveFromCache;

/** Why a workflow leaves the memory of a worker whose task for it was completed. Every other reason is a task that was lost. */
const ORDERLY: readonly unknown[] = [
  EvictionReason.CACHE_FULL,
  EvictionReason.CACHE_MISS,
  EvictionReason.LANG_REQUESTED,
  EvictionReason.WORKFLOW_EXECUTION_ENDING,
];

interface Eviction {
  readonly runId: string;
  readonly evictJob: coresdk.workflow_activation.IRemoveFromCache;
}

export interface LostTasks {
  /** To be given to the worker: notes which runs did a local activity. No more are kept than the worker has in memory. */
  readonly interceptor: ActivityInterceptorsFactory;
  /** Calls back with the id of each workflow that did a local activity in this worker and then lost a task. */
  readonly watch: (worker: Worker, lost: (workflowId: string) => void) => void;
}

/**
 * Tells which workflows a worker did something for inside a task that the server then no longer wanted: the worker was
 * paused or starved for longer than a task may last, or the server forgot the task. Whatever the cause, the worker
 * learns it when it reports the task, throws the workflow out of its memory and says why.
 */
export function createLostTasks(): LostTasks {
  const doneFor = new Map<string, { readonly workflowId: string; readonly ended: Promise<unknown> }>();
  return {
    interceptor: ({ info: { isLocal, workflowExecution } }) => ({
      inbound: {
        execute(input, next) {
          const done = next(input);
          if (isLocal && workflowExecution !== undefined) {
            const { runId, workflowId } = workflowExecution;
            // Its failure is the workflow's to hear; here it is only its end that counts.
            doneFor.set(runId, { workflowId, ended: done.catch(() => undefined) });
          }
          return done;
        },
      },
    }),
    watch(worker, lost) {
      // The SDK says why a workflow left its memory nowhere else: no interceptor sees it.
      worker['evictionsEmitter'].on('eviction', ({ runId, evictJob }: Eviction) => {
        const latest = doneFor.get(runId);
        doneFor.delete(runId);
        if (latest !== undefined && !ORDERLY.includes(evictJob.reason))
          void latest.ended.then(() => {
            lost(latest.workflowId);
          });
      });
    },
  };
}
