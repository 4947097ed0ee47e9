import { sleep, type WorkflowInterceptorsFactory } from '@temporalio/workflow';

/** Has a workflow do what ours does and a timer more, so that our own code cannot replay what it has done. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  inbound: [
    {
      execute: (input, next) => {
        sleep('1 day').catch(() => undefined);
        return next(input);
      },
    },
  ],
});
