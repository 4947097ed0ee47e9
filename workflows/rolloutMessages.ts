import { defineQuery } from '@temporalio/workflow';

export interface RolloutInput {
  /** Open cases that count by older official days than these are told. */
  readonly version: number;
  /** What an earlier run of the same roll-out hands over. */
  readonly carried?: RolloutProgress;
}

export interface RolloutProgress {
  /** Each pass goes through all cases that count by older days still; the first meets nearly all of them. */
  readonly pass: number;
  /** The code of the last case that this pass has told. */
  readonly after: string;
  /** Cases told in this pass, and in all. A case that was told twice moves once. */
  readonly toldInPass: number;
  readonly told: number;
  /** Cases of this pass that are open on record and have no workflow: a fault to look into. */
  readonly unreachable: readonly string[];
}

export const progressQuery = defineQuery<RolloutProgress>('progress');

export const rolloutWorkflowId = (version: number): string => `calendar-rollout/${String(version)}`;
