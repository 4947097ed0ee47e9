import type { Headers } from '@temporalio/common';
import { currentUpdateInfo, type WorkflowInterceptorsFactory } from '@temporalio/workflow';

/** Where OpenTelemetry's interceptors of client and activities keep the trace. */
const TRACE = '_tracer-data';

/**
 * Hands the trace of an act on to the activities that follow from it, and that of the start where no act is handled.
 * OpenTelemetry itself stays outside: what interceptors import is loaded again for every case. So does a storage of our
 * own for what belongs to which message: Node visits each storage of the whole process with each promise.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let ofStart: Headers = {};
  const ofUpdates = new Map<string, Headers>();
  const handOn = <Input extends { readonly headers: Headers }, Result>(
    input: Input,
    next: (input: Input) => Result
  ): Result => {
    const update = currentUpdateInfo();
    const trace = update === undefined ? ofStart : ofUpdates.get(update.id);
    return next({ ...input, headers: { ...input.headers, ...trace } });
  };
  return {
    inbound: [
      {
        execute: (input, next) => {
          ofStart = traceIn(input.headers);
          return next(input);
        },
        handleUpdate: (input, next) => {
          ofUpdates.set(input.updateId, traceIn(input.headers));
          return next(input).finally(() => ofUpdates.delete(input.updateId));
        },
      },
    ],
    outbound: [{ scheduleActivity: handOn, scheduleLocalActivity: handOn }],
  };
};

function traceIn(headers: Headers): Headers {
  const trace = headers[TRACE];
  return trace === undefined ? {} : { [TRACE]: trace };
}
