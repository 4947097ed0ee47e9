import { defineSignal } from '@temporalio/workflow';
import type { TrainingClock } from '../domain/trainingClock';

export interface ReformsInput {
  readonly clock: TrainingClock | null;
  /** Decisions carried out, whose cases are still to be looked through once more; an earlier run hands them over. */
  readonly toLookOver?: readonly number[];
}

/** A decision on agencies was entered: the day to wait for may be another one. */
export const reformEntered = defineSignal('reformEntered');

/** One workflow for all decisions of an installation, so that each is carried out before the next. */
export const reformsWorkflowId = (taskQueue: string): string => `agency-reforms/${taskQueue}`;
