import type { Client } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { testDataConverter } from './keyring';
import { quietRuntime } from './quietRuntime';
import { workflowBundle } from './workflowBundle';

export type History = temporal.api.history.v1.IHistory;

/** The histories of every run of a workflow, the latest first: a case that rolled over has several. */
export async function historiesOf(client: Client, workflowId: string): Promise<History[]> {
  const histories: History[] = [];
  for (let runId: string | null | undefined; runId !== '';) {
    const history = await client.workflow.getHandle(workflowId, runId ?? undefined).fetchHistory();
    histories.push(history);
    runId = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId ?? '';
  }
  return histories;
}

export interface NamedHistory {
  readonly workflowId: string;
  readonly history: unknown;
}

/** Runs histories through the workflow code as it stands. @throws where the code would now act otherwise. */
export async function replay(histories: readonly NamedHistory[]): Promise<void> {
  quietRuntime();
  const options = { workflowBundle: workflowBundle(), dataConverter: testDataConverter };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories))
    if (error !== undefined) throw new Error(`${workflowId} does not replay`, { cause: error });
}
