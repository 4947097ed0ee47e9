import type { Client } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import type { DataConverter } from '@temporalio/common';
import { Worker, type WorkflowBundlePath } from '@temporalio/worker';
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

interface ReplayOptions {
  readonly workflowBundle: WorkflowBundlePath;
  readonly dataConverter: DataConverter;
}

const asInTests = (): ReplayOptions => ({ workflowBundle: workflowBundle(), dataConverter: testDataConverter });

/** Runs histories through the workflow code as it stands. @throws where the code would now act otherwise. */
export async function replay(histories: readonly NamedHistory[], options = asInTests()): Promise<void> {
  quietRuntime();
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories))
    if (error !== undefined) throw new Error(`${workflowId} does not replay`, { cause: error });
}

/** The same with every run of a workflow. */
export const replayRuns = async (client: Client, workflowId: string, options = asInTests()): Promise<void> =>
  replay(
    (await historiesOf(client, workflowId)).map((history) => ({ workflowId, history })),
    options
  );
