import {
  isGrpcDeadlineError,
  QueryNotRegisteredError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, type SearchAttributePair } from '@temporalio/common';
import type { ActionName } from './domain/actions';
import {
  unborn,
  type CaseState,
  type Command,
  type JointAnswerChangedData,
  type Known,
  type Refusal,
} from './domain/case';
import type { AgencyChange, CalendarChange } from './domain/changes';
import { decide } from './domain/decide';
import { evolve } from './domain/evolve';
import type { Law } from './domain/terms';
import { hasGrpcStatus } from './temporal/grpcStatus';
import type { Starting } from './temporal/starting';
import type { caseWorkflow } from './workflows/case';
import * as messages from './workflows/messages';
import { attributesOf } from './workflows/searchAttributes';

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

/** What the service tells each open case when the world around it changes. @throws CaseNotRunning, NoAnswer */
export interface Broadcast {
  calendarChanged(code: string, change: CalendarChange): Promise<void>;
  agencyChanged(code: string, change: AgencyChange): Promise<void>;
}

export interface CaseClient extends Broadcast {
  /** Starts a case with its submission. Asking again with the same code and key changes nothing. */
  submit(code: string, submission: Command<'submit'>, law: Law): Promise<messages.Receipt>;
  /** @throws ActionRefused, CaseNotRunning, NoAnswer */
  act<A extends ActionName>(code: string, command: Command<A>): Promise<messages.Receipt>;
  /**
   * Does an act on a case that has ended: its workflow is started once more from what stands on record, and ends again.
   * @throws ActionRefused, NoAnswer
   */
  takeUp<A extends ActionName>(known: Known, command: Command<A>, law: Law): Promise<messages.Receipt>;
  /**
   * Tells a case what became of the answer that it has together with another one. Done again under the same key, it
   * changes nothing. @throws CaseNotRunning, NoAnswer
   */
  jointAnswerChanged(code: string, change: JointAnswerChangedData, key: string): Promise<void>;
  /** The same for one that has ended, by a workflow that is started as in `takeUp`. @throws NoAnswer */
  takeUpJointAnswer(known: Known, change: JointAnswerChangedData, key: string, law: Law): Promise<void>;
  /** Starts a case's workflow from what stands on record, in place of whichever runs (docs/operations.md, restoring). */
  restart(known: Known, law: Law): Promise<void>;
  /** Sends an act that needs no answer; one that does not apply is put on record by the case. */
  send<A extends ActionName>(code: string, command: Command<A>): Promise<void>;
  /** Has a case look at its record if it knows less than goes up to `seq`; answers whether. @throws CaseNotRunning, NoAnswer */
  lookAtRecord(code: string, seq: number): Promise<boolean>;
  /** What a running workflow itself says that it knows. @throws CaseNotRunning, NoAnswer */
  liveState(code: string): Promise<CaseState>;
  /** The same by a query, of one that has ended too; not while acts may come (docs/decisions/0005). @throws CaseStuck */
  state(code: string): Promise<CaseState>;
}

interface Patience {
  /** Milliseconds after which an unanswered request is given up. */
  readonly patience?: number;
}

type Reach = Pick<Starting, 'client'> & Patience;

/** How the API talks to cases. */
export function createCaseClient({ taskQueue, clock, ...reach }: Starting & Patience): CaseClient {
  const { client } = reach;
  const { handle, answered } = reaching(reach);
  return {
    submit: (code, submission, law) =>
      answered(() =>
        client.workflow.executeUpdateWithStart(messages.updates.submit, {
          args: [withoutContent(submission)],
          updateId: submission.key,
          startWorkflowOperation: new WithStartWorkflowOperation<typeof caseWorkflow>('caseWorkflow', {
            workflowId: messages.caseWorkflowId(code),
            taskQueue,
            args: [{ code, law, clock, submission }],
            workflowIdConflictPolicy: 'USE_EXISTING',
            workflowIdReusePolicy: 'REJECT_DUPLICATE',
            typedSearchAttributes: startAttributes(code, submission, law),
          }),
        })
      ),
    act: (code, command) =>
      answered(() =>
        handle(code).executeUpdate(messages.updates[command.action], { args: [command], updateId: command.key })
      ),
    takeUp: (known, command, law) =>
      answered(() =>
        client.workflow.executeUpdateWithStart(messages.updates[command.action], {
          args: [command],
          updateId: command.key,
          startWorkflowOperation: new WithStartWorkflowOperation<typeof caseWorkflow>('caseWorkflow', {
            ...fromRecord(known, law),
            workflowIdConflictPolicy: 'USE_EXISTING',
          }),
        })
      ),
    jointAnswerChanged: (code, change, key) =>
      answered(() => handle(code).signal(messages.jointAnswerChanged, change, key)),
    takeUpJointAnswer: async (known, change, key, law) => {
      await answered(() =>
        client.workflow.signalWithStart<typeof caseWorkflow, [JointAnswerChangedData, string]>('caseWorkflow', {
          ...fromRecord(known, law),
          signal: messages.jointAnswerChanged,
          signalArgs: [change, key],
        })
      );
    },
    restart: async (known, law) => {
      await answered(() =>
        client.workflow.start<typeof caseWorkflow>('caseWorkflow', {
          ...fromRecord(known, law),
          workflowIdConflictPolicy: 'TERMINATE_EXISTING',
        })
      );
    },
    send: createSender(reach),
    lookAtRecord: async (code, seq) => {
      try {
        await answered(() => handle(code).executeUpdate(messages.lookAtRecord, { args: [{ seq }] }));
        return true;
      } catch (error) {
        if (refusedAs(error, messages.KNOWS_ITS_RECORD) !== null) return false;
        throw error;
      }
    },
    liveState: async (code) => {
      try {
        await answered(() => handle(code).executeUpdate(messages.tellState));
      } catch (error) {
        const told = refusedAs(error, messages.TOLD_STATE);
        if (told !== null) return told.details?.[0] as CaseState;
        throw error;
      }
      throw new Error(`${code} took for an act that it was asked for its state`);
    },
    state: (code) => answered(() => handle(code).query(messages.stateQuery)),
    ...createBroadcast(reach),
  };

  /** How a case begins that goes on from its record. */
  function fromRecord(carried: Known, law: Law) {
    const { state } = carried;
    const { code } = state;
    return {
      workflowId: messages.caseWorkflowId(code),
      taskQueue,
      args: [{ code, law, clock, carried, takenUp: true }] as Parameters<typeof caseWorkflow>,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
      typedSearchAttributes: known(attributesOf(state)),
    };
  }
}

/** Sends acts that need no answer. */
export function createSender(reach: Reach): CaseClient['send'] {
  const { handle, answered } = reaching(reach);
  return (code, command) => answered(() => handle(code).signal(messages.signals[command.action], command));
}

export function createBroadcast(reach: Reach): Broadcast {
  const { handle, answered } = reaching(reach);
  return {
    calendarChanged: (code, change) => answered(() => handle(code).signal(messages.calendarChanged, change)),
    agencyChanged: (code, change) => answered(() => handle(code).signal(messages.agencyChanged, change)),
  };
}

const reaching = ({ client, patience = 10_000 }: Reach) => ({
  handle: (code: string) => client.workflow.getHandle<typeof caseWorkflow>(messages.caseWorkflowId(code)),
  answered: <T>(ask: () => Promise<T>): Promise<T> =>
    client
      .withDeadline(Date.now() + patience, () => persistently(ask))
      .catch((error: unknown) => {
        throw translated(error);
      }),
});

/** What the case will look like when it has started, so that it need not say so in an event of its own. */
function startAttributes(code: string, submission: Command<'submit'>, law: Law): SearchAttributePair[] {
  const decision = decide(unborn(code), submission, law, submission.at);
  if (!decision.ok) throw new ActionRefused(decision.refusal, 0);
  return known(attributesOf(decision.events.reduce(evolve, unborn(code))));
}

const known = (attributes: ReturnType<typeof attributesOf>): SearchAttributePair[] =>
  attributes.filter((pair): pair is SearchAttributePair => pair.value !== null);

/** The submission travels with the start; the update that waits for it needs only its key. */
const withoutContent = (submission: Command<'submit'>): Command<'submit'> => ({
  ...submission,
  input: { ...submission.input, title: '', content: '' },
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
const refusedAs = (error: unknown, type: string): ApplicationFailure | null =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure && error.cause.type === type
    ? error.cause
    : null;

function translated(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const refused = refusedAs(error, messages.ACTION_REFUSED);
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
