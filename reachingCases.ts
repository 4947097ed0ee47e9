import {
  isGrpcDeadlineError,
  QueryNotRegisteredError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Refusal } from './domain/case';
import { hasGrpcStatus } from './temporal/grpcStatus';
import type { caseWorkflow } from './workflows/case';
import { ACTION_REFUSED, caseWorkflowId } from './workflows/messages';

/** The case refused the act. */
export class ActionRefused extends Error {
  /** @param known the number of the latest event that it was decided on. */
  constructor(
    readonly refusal: Refusal,
    readonly known: number
  ) {
    super(refusal.reason);
  }
}

/** The case's workflow has ended, or never was. What became of it stands in the read model. */
export class CaseNotRunning extends Error {}

/** Nobody answered in time: whether the act took effect is not known, and the same key may be sent again. */
export class NoAnswer extends Error {}

/** The case's workflow is there and cannot go on, mostly since its history does not replay: `reconcile --repair` starts it from its record. */
export class CaseStuck extends NoAnswer {}

/**
 * Cases by their code, and how one is asked: what goes wrong is told by the errors above.
 * @param patience milliseconds after which an unanswered request is given up.
 */
export const reaching = (client: Client, patience = 10_000) => ({
  handle: (code: string) => client.workflow.getHandle<typeof caseWorkflow>(caseWorkflowId(code)),
  answered: <T>(ask: () => Promise<T>): Promise<T> =>
    client
      .withDeadline(Date.now() + patience, () => persistently(ask))
      .catch((error: unknown) => {
        throw translated(error);
      }),
});

/**
 * The server drops an act that it had handed to the case when something else crosses the case's step into its next run.
 * Whoever asks again under the same key is answered, once it has taken that step.
 */
async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!hasGrpcStatus(error, 'failedPrecondition') || saysStuck(error)) throw error;
    }
  }
}

/** The server hands a case nothing more when its task has failed three times; it says so by the same status, and its text. */
const saysStuck = (error: unknown): boolean =>
  error instanceof Error &&
  hasGrpcStatus(error, 'failedPrecondition') &&
  error.cause instanceof Error &&
  error.cause.message.includes('Workflow Task in failed state');

/** Why an update was refused, if it was and for this reason. */
export const refusedAs = (error: unknown, type: string): ApplicationFailure | null =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure && error.cause.type === type
    ? error.cause
    : null;

function translated(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const refused = refusedAs(error, ACTION_REFUSED);
  if (refused !== null) {
    const [refusal, known] = refused.details as [Refusal, number];
    return new ActionRefused(refusal, known);
  }
  if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError)
    return new CaseNotRunning(error.message, { cause: error });
  // The SDK knows no other name for a query to which a worker could not bring the workflow back.
  if (error instanceof QueryNotRegisteredError || saysStuck(error))
    return new CaseStuck(error.message, { cause: error });
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return new NoAnswer(error.message, { cause: error });
  if (isGrpcDeadlineError(error) || hasGrpcStatus(error, 'unavailable'))
    return new NoAnswer(error.message, { cause: error });
  return error;
}
