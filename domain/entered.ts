import type { CaseEvent } from './case';
import type { TrainingClock } from './trainingClock';

/** What a case enters on its record at one time. */
export interface Entered {
  readonly code: string;
  readonly events: readonly CaseEvent[];
  /** The idempotency key of the act that they came from. */
  readonly key?: string;
  /** By which the messages that follow wait. */
  readonly clock: TrainingClock | null;
}
