import { defineSignal } from '@temporalio/workflow';
import type { TrainingClock } from '../domain/trainingClock';

export interface ReformsInput {
  readonly clock: TrainingClock | null;
}

/** A decision on agencies was entered: the day to wait for may be another one. */
export const reformEntered = defineSignal('reformEntered');

/** One workflow for all decisions, so that each is carried out before the next. */
export const REFORMS_WORKFLOW_ID = 'agency-reforms';
