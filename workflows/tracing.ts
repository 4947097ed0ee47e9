import type { Headers } from '@temporalio/common';
import { AsyncLocalStorage, type WorkflowInterceptorsFactory } from '@temporalio/workflow';

/** Where OpenTelemetry's interceptors of client and activities keep the trace. */
const TRACE = '_tracer-data';

/**
 * Hands the trace of the message that is being handled on to the activities that follow from it. OpenTelemetry itself
 * stays outside: what a workflow imports is loaded again for every case.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  const traces = new AsyncLocalStorage<Headers>();
  const within = <Input extends { readonly headers: Headers }, Result>(
    input: Input,
    next: (input: Input) => Result
  ): Result => {
    const trace = input.headers[TRACE];
    return trace === undefined ? next(input) : traces.run({ [TRACE]: trace }, () => next(input));
  };
  const handOn = <Input extends { readonly headers: Headers }, Result>(
    input: Input,
    next: (input: Input) => Result
  ): Result => next({ ...input, headers: { ...input.headers, ...traces.getStore() } });
  return {
    inbound: [{ execute: within, handleUpdate: within, handleSignal: within }],
    outbound: [{ scheduleActivity: handOn, scheduleLocalActivity: handOn }],
  };
};
