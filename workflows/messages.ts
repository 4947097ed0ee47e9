import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { SignalDefinition, UpdateDefinition } from '@temporalio/common';
import { actionNames, type ActionName } from '../domain/actions';
import type { CaseState, Command, JointAnswerChangedData, Known } from '../domain/case';
import type { AgencyChange, CalendarChange } from '../domain/changes';
import type { Law } from '../domain/terms';
import type { TrainingClock } from '../domain/trainingClock';

/** What an act answers: the number that its event has on record. */
export interface Receipt {
  readonly seq: number;
}

/** What a case starts with. Everything that its rules need comes in here, so that a replay sees the same. */
export interface CaseInput {
  readonly code: string;
  readonly law: Law;
  readonly clock: TrainingClock | null;
  /** The first event of a new case; checked before the start, since a workflow that has started cannot refuse to exist. */
  readonly submission?: Command<'submit'>;
  /** What an earlier run of the same case hands over. */
  readonly carried?: Known;
  /** The case had ended and is asked again. */
  readonly takenUp?: true;
}

const byAction = <D>(define: (name: ActionName) => D) =>
  Object.fromEntries(actionNames.map((name) => [name, define(name)])) as Record<ActionName, D>;

/** For people: the answer says whether the act took effect. */
export const updates: Record<ActionName, UpdateDefinition<Receipt, [Command]>> = byAction((name) =>
  defineUpdate<Receipt, [Command]>(name)
);

/** For automation that needs no answer and must not depend on a worker being up. */
export const signals: Record<ActionName, SignalDefinition<[Command]>> = byAction((name) =>
  defineSignal<[Command]>(name)
);

export const calendarChanged = defineSignal<[CalendarChange]>('calendarChanged');
export const agencyChanged = defineSignal<[AgencyChange]>('agencyChanged');
export const jointAnswerChanged = defineSignal<[change: JointAnswerChangedData, key: string]>('jointAnswerChanged');
/**
 * The record goes as far as `seq`, which may be further than the case knows, for it was interrupted while it wrote:
 * answered once it has looked, refused with `KNOWS_ITS_RECORD` where it knows as much. An update and not a query, since
 * a query that meets an act can leave a history that does not replay (docs/decisions/0005).
 */
export const lookAtRecord = defineUpdate<Receipt, [{ readonly seq: number }]>('lookAtRecord');
/** Makes an idle case go on in a new run: the way onto new code (docs/changing-running-cases.md). */
export const rollOver = defineSignal('rollOver');

export const stateQuery = defineQuery<CaseState>('state');
/** The same while acts may come: always refused, as `TOLD_STATE` with the state, which leaves nothing in the history. */
export const tellState = defineUpdate('tellState');

/** The type of the failure with which an act is refused; its details are a `Refusal` and the number of the latest event that it was decided on. */
export const ACTION_REFUSED = 'ActionRefused';
export const KNOWS_ITS_RECORD = 'KnowsItsRecord';
export const TOLD_STATE = 'ToldState';

const CASE_PREFIX = 'case/';

export const caseWorkflowId = (code: string): string => `${CASE_PREFIX}${code}`;
export const isCase = (workflowId: string): boolean => workflowId.startsWith(CASE_PREFIX);
export const codeOfWorkflow = (workflowId: string): string => workflowId.slice(CASE_PREFIX.length);

const FORGETTING_PREFIX = 'forgetting/';

/** Of the workflow by which Temporal forgets a case; it stays known for as long as what has ended, and tells of the erasure. */
export const forgettingWorkflowId = (code: string): string => `${FORGETTING_PREFIX}${code}`;
export const codeForgotten = (workflowId: string): string => workflowId.slice(FORGETTING_PREFIX.length);

/** Of the workflows that write again what a run of a case had written, whose id follows. */
export const recordAgainPrefix = (code: string): string => `record-again/${code}/`;
