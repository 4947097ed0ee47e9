import { DefaultFailureConverter } from '@temporalio/common';

/** Failure messages and stack traces go through the codec too. Loaded by path, by worker, client and bundle alike. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
