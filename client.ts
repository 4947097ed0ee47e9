import { WithStartWorkflowOperation } from '@temporalio/client';
import type { SearchAttributePair } from '@temporalio/common';
import { ActionRefused, reaching, refusedAs } from './reachingCases';
import type { ActionName } from './domain/actions';
import { unborn, type CaseState, type Command, type JointAnswerChangedData, type Known } from './domain/case';
import { decide } from './domain/decide';
import { evolve } from './domain/evolve';
import type { Law } from './domain/terms';
import type { Starting } from './temporal/starting';
import type { caseWorkflow } from './workflows/case';
import * as messages from './workflows/messages';
import { attributesOf } from './workflows/searchAttributes';

export interface CaseClient {
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
  /** Has a case look at its record if it knows less than goes up to `seq`; answers whether. @throws CaseNotRunning, NoAnswer */
  lookAtRecord(code: string, seq: number): Promise<boolean>;
  /** What a running workflow itself says that it knows. @throws CaseNotRunning, NoAnswer */
  liveState(code: string): Promise<CaseState>;
  /** The same by a query, of one that has ended too; not while acts may come (docs/decisions/0005). @throws CaseStuck */
  state(code: string): Promise<CaseState>;
}

/** How the API talks to cases. */
export function createCaseClient({
  client,
  taskQueue,
  clock,
  patience,
}: Starting & { readonly patience?: number }): CaseClient {
  const { handle, answered } = reaching(client, patience);
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
