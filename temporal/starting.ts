import type { Client } from '@temporalio/client';
import type { TrainingClock } from '../domain/trainingClock';

/** How workflows are begun: by which client, on which queue of tasks, and by which clock those go that keep dates. */
export interface Starting {
  readonly client: Client;
  readonly taskQueue: string;
  readonly clock: TrainingClock | null;
}
